package org.cdfgateway.sql.guard;

import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.sql.edit.Quoting;

/** Why something is not allowed, and what to do instead. */
public record Refusal(ErrorKind kind, String message, String hint) {

    static Refusal forbidden(String message, String hint) {
        return new Refusal(ErrorKind.INSUFFICIENT_PRIVILEGE, message, hint);
    }

    /** A statement that fails in the engine with this refusal. */
    String asStatement() {
        return "SELECT cdf.refuse("
                + Quoting.literal(kind.conditionName()) + ", "
                + Quoting.literal(message) + ", NULL, "
                + Quoting.literal(hint) + ")";
    }

    public GatewayException asException() {
        return new GatewayException(kind, message).withHint(hint);
    }
}
