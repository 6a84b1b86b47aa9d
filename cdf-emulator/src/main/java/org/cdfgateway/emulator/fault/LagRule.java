package org.cdfgateway.emulator.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/** How long some calls that read the search index (list, search, aggregate) do not see what was written. */
public record LagRule(
        @JsonProperty(required = true) CallPattern calls,
        @JsonProperty(value = "millis", required = true) Duration lag) implements CallRule {

    public static LagRule of(String calls, Duration lag) {
        return new LagRule(CallPattern.of(calls), lag);
    }
}
