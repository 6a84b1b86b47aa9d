package org.cdfgateway.sql.guard;

import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;

/** The highest number a setting may get. */
record NumberCap(double max) implements SettingRule {

    @Override
    public Optional<Refusal> check(String name, String value) {
        Optional<Double> number = Quantity.parse(value)
                .filter(quantity -> quantity.unit().isEmpty())
                .map(Quantity::number);
        if (number.isEmpty() || number.get().isNaN()) {
            return Optional.of(new Refusal(
                    ErrorKind.INVALID_PARAMETER_VALUE,
                    "invalid value for parameter \"" + name + "\": \"" + value + "\"",
                    "Give a number of at most " + shown() + "."));
        }
        if (number.get() <= max) {
            return Optional.empty();
        }
        return Optional.of(Refusal.forbidden(
                "setting \"" + name + "\" to " + value + " is beyond the limit",
                "The gateway's operator allows at most " + shown() + "."));
    }

    private String shown() {
        return max == Math.rint(max) ? Long.toString((long) max) : Double.toString(max);
    }
}
