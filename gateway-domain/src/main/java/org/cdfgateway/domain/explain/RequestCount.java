package org.cdfgateway.domain.explain;

/**
 * How many requests a read makes.
 *
 * @param atLeast 0 or more
 * @param isExact whether it is exactly that many
 */
public record RequestCount(long atLeast, boolean isExact) {

    public static final RequestCount NONE = new RequestCount(0, true);

    public RequestCount {
        if (atLeast < 0) {
            throw new IllegalArgumentException("requests: " + atLeast + " (expected: >= 0)");
        }
    }

    public static RequestCount exactly(long requests) {
        return new RequestCount(requests, true);
    }

    /** For listings: how many pages there are is known at the last one. */
    public static RequestCount atLeast(long requests) {
        return new RequestCount(requests, false);
    }

    public RequestCount plus(RequestCount other) {
        return new RequestCount(atLeast + other.atLeast, isExact && other.isExact);
    }

    /** {@code no}, {@code 2} or {@code 1 or more}. */
    @Override
    public String toString() {
        if (isExact) {
            return atLeast == 0 ? "no" : Long.toString(atLeast);
        }
        return atLeast + " or more";
    }
}
