package org.cdfgateway.sql.expression;

import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** Names what conditions on CDF tables cannot hold. */
public final class Unsupported {

    private Unsupported() {}

    /** @param what a noun phrase, for example {@code the type uuid} */
    public static GatewayException inCondition(String what) {
        return new GatewayException(
                        ErrorKind.FEATURE_NOT_SUPPORTED,
                        "a condition on a CDF table uses " + what + ", which is not supported")
                .withHint("Put the condition around a sub-select with OFFSET 0, so that PostgreSQL evaluates it.");
    }
}
