package org.cdfgateway.engine.evaluation;

import java.sql.SQLException;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** What PostgreSQL says of expressions, as errors of the gateway, told apart by the class of SQLSTATE. */
final class EvaluationFailure {
    private static final int CLASS_LENGTH = 2;
    private static final String SEVERITY = "ERROR: ";

    private EvaluationFailure() {}

    static GatewayException of(SQLException failure) {
        String message = message(failure);
        return switch (sqlStateClass(failure)) {
            case "22" ->
                new GatewayException(ErrorKind.DATA_EXCEPTION, message)
                        .withReportedCode(failure.getSQLState())
                        .causedBy(failure);
            case "42" ->
                new GatewayException(ErrorKind.FEATURE_NOT_SUPPORTED, message)
                        .withHint("In UPDATE and DELETE of CDF tables only PostgreSQL's own functions can be computed.")
                        .causedBy(failure);
            case "53", "54" -> new GatewayException(ErrorKind.PROGRAM_LIMIT_EXCEEDED, message).causedBy(failure);
            case "57" -> new GatewayException(ErrorKind.QUERY_CANCELED, message).causedBy(failure);
            default ->
                new GatewayException(ErrorKind.CANNOT_CONNECT_NOW, "an expression could not be computed: " + message)
                        .withHint("Try again in some seconds.")
                        .causedBy(failure);
        };
    }

    /** Whether the connection can be used again. */
    static boolean leavesConnectionUsable(SQLException failure) {
        return switch (sqlStateClass(failure)) {
            case "21", "22", "23", "42", "54" -> true;
            default -> false;
        };
    }

    private static String sqlStateClass(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < CLASS_LENGTH ? "" : state.substring(0, CLASS_LENGTH);
    }

    private static String message(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith(SEVERITY) ? message.substring(SEVERITY.length()) : message;
    }
}
