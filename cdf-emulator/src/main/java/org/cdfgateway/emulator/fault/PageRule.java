package org.cdfgateway.emulator.fault;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much less than asked for some calls return in a page.
 *
 * @param maxItems an upper bound besides the {@code limit} of the request
 */
public record PageRule(
        @JsonProperty(required = true) CallPattern calls,
        @JsonProperty(required = true) int maxItems) implements CallRule {

    public PageRule {
        if (maxItems < 1) {
            throw new IllegalArgumentException("maxItems: " + maxItems + " (expected: >= 1)");
        }
    }

    public static PageRule of(String calls, int maxItems) {
        return new PageRule(CallPattern.of(calls), maxItems);
    }
}
