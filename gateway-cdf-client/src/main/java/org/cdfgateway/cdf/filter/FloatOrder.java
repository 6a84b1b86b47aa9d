package org.cdfgateway.cdf.filter;

/** Numbers the floats in their order, -0 and 0 alike. */
final class FloatOrder {

    private FloatOrder() {}

    /** The place of the float that is nearest to a number other than NaN. */
    static long place(double number) {
        int bits = Float.floatToIntBits((float) number);
        return bits < 0 ? -(bits & Integer.MAX_VALUE) : bits;
    }

    /** The float at a place. */
    static float at(long place) {
        return place < 0 ? -Float.intBitsToFloat((int) -place) : Float.intBitsToFloat((int) place);
    }
}
