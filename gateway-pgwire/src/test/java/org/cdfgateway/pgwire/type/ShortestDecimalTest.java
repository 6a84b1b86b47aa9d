package org.cdfgateway.pgwire.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortestDecimalTest {
    private static final long SEED = 20261125;

    @Test
    void isTheShortestAndClosest() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
            if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
                continue;
            }
            check(value);
        }
    }

    @Test
    void isRightAtPowersOfTwoAndTen() {
        for (int exponent = -1074; exponent <= 1023; exponent++) {
            check(Math.scalb(1.0, exponent));
        }
        for (int exponent = -323; exponent <= 308; exponent++) {
            check(Double.parseDouble("1e" + exponent));
        }
    }

    @Test
    void isRightForSubnormalNumbers() {
        for (long bits = 1; bits < 1_000; bits++) {
            check(Double.longBitsToDouble(bits));
        }
    }

    /** By the definition: strictly inside the midpoints, no shorter one there, none of the same length closer. */
    private static void check(double value) {
        ShortestDecimal shortest = ShortestDecimal.of(value);
        BigDecimal decimal = BigDecimal.valueOf(shortest.digits()).scaleByPowerOfTen(shortest.exponent());
        BigDecimal exact = new BigDecimal(value);
        BigDecimal low = midpoint(exact, Math.nextDown(value));
        BigDecimal high = midpoint(exact, Math.nextUp(value));

        assertThat(decimal).as("%s, seed %d", value, SEED).isGreaterThan(low).isLessThan(high);
        int unit = shortest.exponent();
        assertThat(fits(exact, unit + 1, low, high))
                .as("%s has a shorter form", value)
                .isFalse();
        BigDecimal distance = decimal.subtract(exact).abs();
        BigDecimal half = BigDecimal.ONE.scaleByPowerOfTen(unit).divide(BigDecimal.valueOf(2));
        boolean closest = distance.compareTo(half) <= 0;
        boolean onlyOneInside = !fitsOnBothSides(exact, unit, low, high);
        assertThat(closest || onlyOneInside).as("%s has a closer form", value).isTrue();
    }

    private static boolean fits(BigDecimal exact, int unit, BigDecimal low, BigDecimal high) {
        return inside(round(exact, unit, RoundingMode.FLOOR), low, high)
                || inside(round(exact, unit, RoundingMode.CEILING), low, high);
    }

    private static boolean fitsOnBothSides(BigDecimal exact, int unit, BigDecimal low, BigDecimal high) {
        return inside(round(exact, unit, RoundingMode.FLOOR), low, high)
                && inside(round(exact, unit, RoundingMode.CEILING), low, high);
    }

    private static boolean inside(BigDecimal candidate, BigDecimal low, BigDecimal high) {
        return candidate.signum() > 0 && candidate.compareTo(low) > 0 && candidate.compareTo(high) < 0;
    }

    private static BigDecimal round(BigDecimal exact, int unit, RoundingMode mode) {
        return exact.setScale(-unit, mode);
    }

    private static BigDecimal midpoint(BigDecimal exact, double neighbour) {
        BigDecimal other = Double.isInfinite(neighbour)
                ? exact.add(exact.subtract(new BigDecimal(Math.nextDown(Double.MAX_VALUE))))
                : new BigDecimal(neighbour);
        return exact.add(other).divide(BigDecimal.valueOf(2));
    }
}
