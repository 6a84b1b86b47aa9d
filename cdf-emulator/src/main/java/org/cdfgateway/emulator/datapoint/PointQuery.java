package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.query.PageCursor;
import org.cdfgateway.emulator.resource.RequestItems;
import org.jspecify.annotations.Nullable;

/**
 * One item of a read request, with the defaults of its request.
 *
 * @param start first time, inclusive
 * @param end exclusive
 * @param cursor where to go on; null at the start
 */
record PointQuery(
        SeriesReference series,
        long start,
        long end,
        @Nullable String cursor,
        int limit,
        boolean withOutsidePoints,
        boolean hasAggregates,
        StatusRule statuses) {

    private static final Set<String> AGGREGATES = Set.of(
            "count",
            "sum",
            "min",
            "max",
            "minDatapoint",
            "maxDatapoint",
            "average",
            "interpolation",
            "stepInterpolation",
            "totalVariation",
            "continuousVariance",
            "discreteVariance",
            "countGood",
            "countUncertain",
            "countBad",
            "durationGood",
            "durationUncertain",
            "durationBad");

    /** @throws ApiError 400 for what is not allowed, among it more points than one request may read */
    static List<PointQuery> parseAll(ObjectNode body, long now) {
        List<PointQuery> queries = new ArrayList<>();
        long total = 0;
        for (JsonNode item : RequestItems.of(body.path("items"), PointLimits.MAX_QUERIES)) {
            PointQuery query = parse(body, item, "items[" + queries.size() + "]", now);
            total += query.limit();
            queries.add(query);
        }
        if (total > PointLimits.MAX_READ_POINTS) {
            throw ApiError.badRequest("The limits of all items must be at most " + PointLimits.MAX_READ_POINTS
                    + " together, got " + total);
        }
        return queries;
    }

    private static PointQuery parse(ObjectNode body, JsonNode item, String path, long now) {
        SeriesReference series = SeriesReference.parse(item, path);
        JsonNode startNode = either(item, body, "start");
        JsonNode endNode = either(item, body, "end");
        long start = startNode.isMissingNode() ? 0 : TimeExpression.parse(startNode, "start", now);
        long end = endNode.isMissingNode() ? now : TimeExpression.parse(endNode, "end", now);
        if (end <= start) {
            throw ApiError.badRequest("end must be after start: " + end + " <= " + start);
        }
        boolean outside = either(item, body, "includeOutsidePoints").asBoolean();
        int limit = limit(either(item, body, "limit"), outside ? 0 : 1);
        refuseUnits(item);
        StatusRule statuses = StatusRule.parse(item);
        String cursor = item.path("cursor").textValue();
        if (outside && cursor != null) {
            throw ApiError.badRequest("includeOutsidePoints cannot be combined with cursor");
        }
        return new PointQuery(
                series, start, end, cursor, limit, outside, aggregates(either(item, body, "aggregates")), statuses);
    }

    private static JsonNode either(JsonNode item, JsonNode body, String name) {
        return item.hasNonNull(name) ? item.path(name) : body.hasNonNull(name) ? body.path(name) : item.at("/-");
    }

    private static int limit(JsonNode limit, int min) {
        if (limit.isMissingNode()) {
            return PointLimits.DEFAULT_READ_POINTS;
        }
        if (!limit.isInt() || limit.intValue() < min || limit.intValue() > PointLimits.MAX_READ_POINTS) {
            throw ApiError.badRequest(
                    "limit must be between " + min + " and " + PointLimits.MAX_READ_POINTS + ", got " + limit);
        }
        return limit.intValue();
    }

    private static boolean aggregates(JsonNode aggregates) {
        for (JsonNode aggregate : aggregates) {
            if (!AGGREGATES.contains(aggregate.asText())) {
                throw ApiError.badRequest("Could not recognize aggregation value: '" + aggregate.asText() + "'.");
            }
        }
        return !aggregates.isEmpty();
    }

    private static void refuseUnits(JsonNode item) {
        if (item.hasNonNull("targetUnit") || item.hasNonNull("targetUnitSystem")) {
            throw ApiError.badRequest(
                    "The emulator does not convert units: leave out targetUnit and" + " targetUnitSystem");
        }
    }

    /**
     * Where to go on in the series that was found.
     *
     * @throws ApiError 400 for a cursor of another series or other parameters
     */
    long position(long seriesId) {
        return cursor == null ? start : Long.parseLong(PageCursor.decode(hash(seriesId), cursor));
    }

    String cursorAt(long seriesId, long time) {
        return PageCursor.encode(hash(seriesId), Long.toString(time));
    }

    /** Without start and end, since "3d-ago" and "now" are other times on the next page. */
    private int hash(long seriesId) {
        return Objects.hash(seriesId, statuses);
    }
}
