package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.cdfgateway.emulator.bucket.Buckets;
import org.cdfgateway.emulator.bucket.Granularity;
import org.cdfgateway.emulator.bucket.TimeZones;
import org.cdfgateway.emulator.http.ApiError;
import org.jspecify.annotations.Nullable;

/** Which aggregates are wanted, for buckets of which length. */
record AggregateQuery(Set<Aggregate> aggregates, Granularity granularity, ZoneId zone) {

    private static final String DEFAULT_ZONE = "UTC";

    /**
     * @return null when no aggregates are wanted
     * @throws ApiError 400 for unknown, repeated or no names, and for no granularity
     */
    static @Nullable AggregateQuery parse(JsonNode names, JsonNode granularity, JsonNode zone) {
        if (names.isMissingNode()) {
            return null;
        }
        Set<Aggregate> aggregates = EnumSet.noneOf(Aggregate.class);
        for (JsonNode name : names) {
            Aggregate aggregate = Aggregate.named(name.asText())
                    .orElseThrow(() ->
                            ApiError.badRequest("Could not recognize aggregation value: '" + name.asText() + "'."));
            if (!aggregates.add(aggregate)) {
                throw ApiError.badRequest("aggregates must be unique, got " + names);
            }
        }
        if (aggregates.isEmpty()) {
            throw ApiError.badRequest("aggregates must name at least one aggregate, got " + names);
        }
        if (!granularity.isTextual()) {
            throw ApiError.badRequest("granularity is required with aggregates");
        }
        return new AggregateQuery(
                aggregates,
                Granularity.parse(granularity.textValue()),
                TimeZones.parse(zone.isMissingNode() ? DEFAULT_ZONE : zone.asText()));
    }

    Buckets bucketsFrom(long time) {
        return Buckets.from(time, granularity, zone);
    }

    boolean needs(Aggregate.Source source) {
        return aggregates.stream().anyMatch(aggregate -> aggregate.source() == source);
    }
}
