package org.cdfgateway.emulator.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * When a fault happens.
 *
 * @param after requests of these calls that pass first
 * @param next how many requests it then happens to; null for no end
 * @param probability for each of these requests; 1 when null
 */
public record FaultRule(
        @JsonProperty(required = true) CallPattern calls,
        @JsonProperty(required = true) Fault fault,
        int after,
        @Nullable Integer next,
        @Nullable Double probability)
        implements CallRule {

    public FaultRule {
        if (after < 0 || (next != null && next < 0)) {
            throw new IllegalArgumentException("after: " + after + ", next: " + next + " (expected: >= 0)");
        }
        if (probability != null) {
            Chance.require("probability", probability);
        }
    }

    /** Happens to every request of the calls. */
    public static FaultRule always(String calls, Fault fault) {
        return new FaultRule(CallPattern.of(calls), fault, 0, null, null);
    }

    public FaultRule after(int requests) {
        return new FaultRule(calls, fault, requests, next, probability);
    }

    public FaultRule next(int requests) {
        return new FaultRule(calls, fault, after, requests, probability);
    }

    public FaultRule withProbability(double chance) {
        return new FaultRule(calls, fault, after, next, chance);
    }
}
