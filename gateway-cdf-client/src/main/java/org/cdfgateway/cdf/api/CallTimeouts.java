package org.cdfgateway.cdf.api;

import java.time.Duration;
import org.cdfgateway.domain.identity.CdfAccess;

/**
 * How long a call may take.
 *
 * @param attempt one try, its answer included; CDF itself gives up after about 90 s (reference/cdf-api-data.md section
 *     1.8)
 * @param total all tries and the waits between them
 */
public record CallTimeouts(Duration attempt, Duration total) {

    public CallTimeouts {
        if (attempt.isNegative() || attempt.isZero()) {
            throw new IllegalArgumentException("attempt: " + attempt + " (expected: > 0)");
        }
        if (total.compareTo(attempt) < 0) {
            throw new IllegalArgumentException("total: " + total + " (expected: >= " + attempt + ")");
        }
    }

    /** A call that starts now. */
    public Call start(Operation operation, CdfAccess access) {
        return new Call(operation, access, attempt, System.nanoTime() + total.toNanos());
    }
}
