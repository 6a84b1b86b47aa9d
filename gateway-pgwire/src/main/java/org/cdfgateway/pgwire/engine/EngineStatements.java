package org.cdfgateway.pgwire.engine;

/** What the gateway itself says to the engine. */
public final class EngineStatements {

    private EngineStatements() {}

    /**
     * Makes postgres_fdw open its connection with the token as application_name, so that the scan endpoint knows whose
     * it is. Runs before the first statement of the client.
     *
     * @param token hexadecimal digits
     */
    static String bind(String token) {
        return "SET postgres_fdw.application_name = '" + token + "';"
                + " SELECT session_id FROM cdf.bound_session;"
                + " RESET postgres_fdw.application_name";
    }

    /** Fails the way a FunctionCall should: the statement guard does not see those, so they are not let through. */
    public static String refuseFunctionCall() {
        return "SELECT cdf.refuse('feature_not_supported',"
                + " 'the function call protocol is not supported', NULL, 'Call the function with SELECT.')";
    }
}
