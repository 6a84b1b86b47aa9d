package org.cdfgateway.cdf.filter;

import java.util.regex.Pattern;

/** Bounds of scalars (reference/cdf-api-resources.md section 1.3). */
public final class CdfLimits {

    public static final long MAX_ID = (1L << 53) - 1;
    public static final int MAX_EXTERNAL_ID = 255;

    /** Reference/cdf-api-data.md section 11.1. */
    private static final Pattern SPACE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]{0,41}[a-zA-Z0-9]?");

    private CdfLimits() {}

    /** Whether an item can have this id. */
    public static boolean isId(long id) {
        return id >= 1 && id <= MAX_ID;
    }

    /** Whether a space of data modeling can have this name. */
    public static boolean isSpace(String name) {
        return SPACE.matcher(name).matches();
    }

    /**
     * Length as CDF may count it. CDF does not say whether it counts code points or UTF-16 units; code points are fewer,
     * so nothing is called too long that might not be.
     */
    public static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
