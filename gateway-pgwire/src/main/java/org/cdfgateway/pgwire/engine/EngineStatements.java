package org.cdfgateway.pgwire.engine;

/** What the gateway itself says to the engine. */
public final class EngineStatements {

    private EngineStatements() {}

    /** Fails the way a FunctionCall should: the statement guard does not see those, so they are not let through. */
    public static String refuseFunctionCall() {
        return "SELECT cdf.refuse('feature_not_supported',"
                + " 'the function call protocol is not supported', NULL, 'Call the function with SELECT.')";
    }
}
