package org.cdfgateway.pgwire.type;

import java.math.BigInteger;

/**
 * The shortest decimal {@code digits * 10^exponent} strictly between the neighbours' midpoints of a double, the closest
 * one where several are as short; without trailing zeros. PostgreSQL's choice (src/common/d2s.c) excludes the midpoints
 * themselves, which is why {@code 1e23} is written {@code 9.999999999999999e+22}. {@link Double#toString} cannot serve:
 * before Java 19 it is not always the shortest, and it includes the midpoints.
 *
 * <p>The method is Raffaello Giulietti's ("The Schubfach way to render doubles", 2020); names follow the paper.
 */
record ShortestDecimal(long digits, int exponent) {
    private static final int PRECISION = 53;
    private static final int MIN_BINARY_EXPONENT = -1074;
    private static final long SMALLEST_NORMAL_FRACTION = 1L << (PRECISION - 1);
    private static final long FRACTION_MASK = SMALLEST_NORMAL_FRACTION - 1;
    private static final int EXPONENT_MASK = 0x7ff;
    private static final long MASK_63 = Long.MAX_VALUE;
    private static final int MIN_DECIMAL_EXPONENT = -324;
    private static final int MAX_DECIMAL_EXPONENT = 292;
    private static final int POWER_BITS = 126;
    /** Two longs of 63 bits for each decimal exponent k: 10^-k scaled to 126 bits, rounded up. */
    private static final long[] POWERS = powers();

    /** @param value positive and finite */
    static ShortestDecimal of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & FRACTION_MASK;
        int biased = (int) (bits >>> (PRECISION - 1)) & EXPONENT_MASK;
        if (biased == 0) {
            return shortest(MIN_BINARY_EXPONENT, fraction);
        }
        return shortest(MIN_BINARY_EXPONENT - 1 + biased, SMALLEST_NORMAL_FRACTION | fraction);
    }

    /** The value is {@code c * 2^q}. */
    private static ShortestDecimal shortest(int q, long c) {
        boolean regular = c != SMALLEST_NORMAL_FRACTION || q == MIN_BINARY_EXPONENT;
        long cb = c << 2;
        long cbRight = cb + 2;
        long cbLeft = regular ? cb - 2 : cb - 1;
        int k = regular ? floorLog10OfPowerOf2(q) : floorLog10OfThreeQuartersOfPowerOf2(q);
        int h = q + floorLog2OfPowerOf10(-k) + 2;

        int index = 2 * (k - MIN_DECIMAL_EXPONENT);
        long high = POWERS[index];
        long low = POWERS[index + 1];
        long vb = roundToOdd(high, low, cb << h);
        long vbLeft = roundToOdd(high, low, cbLeft << h);
        long vbRight = roundToOdd(high, low, cbRight << h);

        long s = vb >> 2;
        if (s >= 10) {
            long shorter = s / 10 * 10;
            boolean lowerFits = vbLeft < shorter << 2;
            boolean upperFits = ((shorter + 10) << 2) < vbRight;
            if (lowerFits != upperFits) {
                return normalized(lowerFits ? shorter : shorter + 10, k);
            }
        }
        boolean lowerFits = vbLeft < s << 2;
        boolean upperFits = ((s + 1) << 2) < vbRight;
        if (lowerFits != upperFits) {
            return normalized(lowerFits ? s : s + 1, k);
        }
        long twiceDistance = vb - ((s + (s + 1)) << 1);
        return normalized(twiceDistance < 0 || (twiceDistance == 0 && (s & 1) == 0) ? s : s + 1, k);
    }

    private static ShortestDecimal normalized(long value, int exponent) {
        long digits = value;
        int power = exponent;
        while (digits % 10 == 0) {
            digits /= 10;
            power++;
        }
        return new ShortestDecimal(digits, power);
    }

    /** The product scaled down, its last bit set when something was cut off. */
    private static long roundToOdd(long high, long low, long factor) {
        long x1 = Math.multiplyHigh(low, factor);
        long y0 = high * factor;
        long y1 = Math.multiplyHigh(high, factor);
        long z = (y0 >>> 1) + x1;
        long w = y1 + (z >>> 63);
        return w | (((z & MASK_63) + MASK_63) >>> 63);
    }

    private static int floorLog10OfPowerOf2(int e) {
        return (int) ((e * 661_971_961_083L) >> 41);
    }

    private static int floorLog10OfThreeQuartersOfPowerOf2(int e) {
        return (int) ((e * 661_971_961_083L - 274_743_187_321L) >> 41);
    }

    private static int floorLog2OfPowerOf10(int e) {
        return (int) ((e * 913_124_641_741L) >> 38);
    }

    private static long[] powers() {
        long[] powers = new long[2 * (MAX_DECIMAL_EXPONENT - MIN_DECIMAL_EXPONENT + 1)];
        for (int k = MIN_DECIMAL_EXPONENT; k <= MAX_DECIMAL_EXPONENT; k++) {
            int shift = POWER_BITS - 1 - floorLog2OfPowerOf10(-k);
            BigInteger power = BigInteger.TEN.pow(Math.abs(k));
            BigInteger scaled = k <= 0
                    ? shifted(power, shift)
                    : BigInteger.ONE.shiftLeft(shift).divide(power);
            BigInteger g = scaled.add(BigInteger.ONE);
            int index = 2 * (k - MIN_DECIMAL_EXPONENT);
            powers[index] = g.shiftRight(63).longValueExact();
            powers[index + 1] = g.and(BigInteger.valueOf(MASK_63)).longValueExact();
        }
        return powers;
    }

    private static BigInteger shifted(BigInteger value, int bits) {
        return bits >= 0 ? value.shiftLeft(bits) : value.shiftRight(-bits);
    }
}
