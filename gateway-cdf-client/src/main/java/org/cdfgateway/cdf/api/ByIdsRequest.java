package org.cdfgateway.cdf.api;

import java.util.List;

/**
 * Reads items by key.
 *
 * @param items 1 to 1000, all different
 * @param ignoreUnknownIds leaves unknown items out instead of failing
 */
public record ByIdsRequest(List<Reference> items, boolean ignoreUnknownIds) {

    /** Items that one request names at most (reference/cdf-api-resources.md section 1.4). */
    public static final int MAX_ITEMS = 1_000;
}
