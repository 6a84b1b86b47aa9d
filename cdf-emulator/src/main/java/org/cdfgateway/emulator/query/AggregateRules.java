package org.cdfgateway.emulator.query;

import java.util.Set;

/**
 * What the aggregates of one resource understand (reference/cdf-api-resources.md section 1.12).
 *
 * @param properties whose values can be grouped
 * @param maxChildren of {@code and} and {@code or} in {@code aggregateFilter}
 * @param deprecated names of aggregates that only this resource still knows
 */
public record AggregateRules(Properties properties, Style style, int maxChildren, Set<String> deprecated) {

    /** How groups are made and written. */
    public enum Style {
        /** Upper and lower case are one group, in lower case; numbers stay numbers; {@code path} may be missing. */
        FOLDED,
        /** Every value is written as a text; {@code path} must be given. */
        AS_TEXT
    }

    public AggregateRules {
        deprecated = Set.copyOf(deprecated);
    }

    boolean isFolded() {
        return style == Style.FOLDED;
    }
}
