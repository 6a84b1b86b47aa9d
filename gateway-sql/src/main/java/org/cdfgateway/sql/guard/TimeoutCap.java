package org.cdfgateway.sql.guard;

import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;

/** The longest time a timeout may be set to. Zero means no timeout, and is refused. */
record TimeoutCap(long maxMillis) implements SettingRule {

    @Override
    public Optional<Refusal> check(String name, String value) {
        Optional<Double> millis = Quantity.parse(value).flatMap(quantity -> quantity.in(Quantity.TIME, 1.0));
        if (millis.isEmpty()) {
            return Optional.of(new Refusal(
                    ErrorKind.INVALID_PARAMETER_VALUE,
                    "invalid value for parameter \"" + name + "\": \"" + value + "\"",
                    "Give a number with us, ms, s, min, h or d, at most " + maxMillis + "ms."));
        }
        // PostgreSQL rounds to whole milliseconds, so that less than half of one is no timeout at all
        long rounded = (long) Math.rint(millis.get());
        if (rounded > 0 && rounded <= maxMillis) {
            return Optional.empty();
        }
        return Optional.of(Refusal.forbidden(
                "setting \"" + name + "\" to " + value + " is beyond the limit",
                "The gateway's operator allows 1ms to " + maxMillis + "ms; 0 means no timeout."));
    }
}
