package org.cdfgateway.emulator.unit;

/** From one unit into another of the same quantity (reference/cdf-api-data.md section 9.10). */
public record UnitConversion(Unit source, Unit target) {

    public double value(double value) {
        return source.convert(value, target);
    }

    /** A difference between values: offsets play no part. */
    public double span(double span) {
        return scaled(span, source.multiplier() / target.multiplier());
    }

    /** A squared difference between values. */
    public double square(double square) {
        double scale = source.multiplier() / target.multiplier();
        return scaled(square, scale * scale);
    }

    /** A sum of values is what the sum of the converted values would be. */
    public double sum(double sum, double count) {
        return isIdentity()
                ? sum
                : Unit.round((sum + count * source.offset()) * source.multiplier() / target.multiplier()
                        - count * target.offset());
    }

    private double scaled(double value, double scale) {
        return isIdentity() ? value : Unit.round(value * scale);
    }

    private boolean isIdentity() {
        return source.externalId().equals(target.externalId());
    }
}
