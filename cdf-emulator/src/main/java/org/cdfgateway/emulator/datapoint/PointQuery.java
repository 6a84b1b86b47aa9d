package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * @param aggregates null for points as they are stored
 * @param unit null for the unit they are stored in
 */
record PointQuery(
        SeriesReference series,
        long start,
        long end,
        @Nullable String cursor,
        int limit,
        boolean withOutsidePoints,
        @Nullable AggregateQuery aggregates,
        @Nullable TargetUnit unit,
        StatusRule statuses) {

    /** @throws ApiError 400 for what is not allowed, among it more points than one request may read */
    static List<PointQuery> parseAll(ObjectNode body, long now) {
        List<PointQuery> queries = new ArrayList<>();
        long points = 0;
        long aggregates = 0;
        for (JsonNode item : RequestItems.of(body.path("items"), PointLimits.MAX_QUERIES)) {
            PointQuery query = parse(body, item, "items[" + queries.size() + "]", now);
            points += query.aggregates() == null ? query.limit() : 0;
            aggregates += query.aggregates() == null ? 0 : query.limit();
            queries.add(query);
        }
        checkTotal("datapoints", points, PointLimits.MAX_READ_POINTS);
        checkTotal("aggregates", aggregates, PointLimits.MAX_READ_AGGREGATES);
        return queries;
    }

    private static void checkTotal(String what, long total, int max) {
        if (total > max) {
            throw ApiError.badRequest(
                    "The limits of all items must be at most " + max + " " + what + " together, got " + total);
        }
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
        AggregateQuery aggregates = AggregateQuery.parse(
                either(item, body, "aggregates"), either(item, body, "granularity"), either(item, body, "timeZone"));
        int max = aggregates == null ? PointLimits.MAX_READ_POINTS : PointLimits.MAX_READ_AGGREGATES;
        int limit = limit(either(item, body, "limit"), outside ? 0 : 1, max);
        String cursor = item.path("cursor").textValue();
        if (outside && cursor != null) {
            throw ApiError.badRequest("includeOutsidePoints cannot be combined with cursor");
        }
        if (outside && aggregates != null) {
            throw ApiError.badRequest("includeOutsidePoints cannot be combined with aggregates");
        }
        return new PointQuery(
                series, start, end, cursor, limit, outside, aggregates, TargetUnit.parse(item), StatusRule.parse(item));
    }

    private static JsonNode either(JsonNode item, JsonNode body, String name) {
        return item.hasNonNull(name) ? item.path(name) : body.hasNonNull(name) ? body.path(name) : item.at("/-");
    }

    private static int limit(JsonNode limit, int min, int max) {
        if (limit.isMissingNode()) {
            return PointLimits.DEFAULT_READ_POINTS;
        }
        if (!limit.isInt() || limit.intValue() < min || limit.intValue() > max) {
            throw ApiError.badRequest("limit must be between " + min + " and " + max + ", got " + limit);
        }
        return limit.intValue();
    }

    /**
     * Where to go on in the series that was found: a time in each, the one the buckets begin with and the one to read
     * from, which are the same for points.
     */
    record Position(long anchor, long time) {

        static Position parse(String place) {
            int separator = place.indexOf('/');
            return new Position(
                    Long.parseLong(place.substring(0, separator)), Long.parseLong(place.substring(separator + 1)));
        }

        @Override
        public String toString() {
            return anchor + "/" + time;
        }
    }

    /** @throws ApiError 400 for a cursor of another series or other parameters */
    Position position(long seriesId) {
        return cursor == null ? new Position(start, start) : Position.parse(PageCursor.decode(hash(seriesId), cursor));
    }

    String cursorAt(long seriesId, Position position) {
        return PageCursor.encode(hash(seriesId), position.toString());
    }

    /** Without start and end, since "3d-ago" and "now" are other times on the next page. */
    private int hash(long seriesId) {
        return Objects.hash(seriesId, statuses, String.valueOf(aggregates), unit);
    }
}
