package org.cdfgateway.emulator.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A unit: reference/cdf-api-data.md section 9.10.
 *
 * @param multiplier of values, once the offset has been added, to get to the base unit of the quantity
 */
public record Unit(
        String externalId,
        String name,
        String longName,
        String symbol,
        String quantity,
        double multiplier,
        double offset,
        List<String> aliasNames) {

    private static final int SIGNIFICANT_DIGITS = 12;

    /**
     * The value in another unit of the same quantity, rounded to 12 significant digits; unchanged when both are the same.
     */
    public double convert(double value, Unit target) {
        if (externalId.equals(target.externalId) || !Double.isFinite(value)) {
            return value;
        }
        double base = (value + offset) * multiplier;
        return round(base / target.multiplier - target.offset);
    }

    static double round(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(SIGNIFICANT_DIGITS))
                        .doubleValue()
                : value;
    }
}
