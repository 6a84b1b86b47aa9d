package org.cdfgateway.emulator.fault;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How long answers to some calls take. */
public record LatencyRule(
        @JsonProperty(required = true) CallPattern calls,
        @JsonProperty(required = true) Latency latency) implements CallRule {

    public static LatencyRule of(String calls, Latency latency) {
        return new LatencyRule(CallPattern.of(calls), latency);
    }
}
