package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.resource.ClassicResources;
import org.cdfgateway.emulator.resource.RequestItems;
import org.cdfgateway.emulator.store.Item;

/** The HTTP calls on points: insert, read, latest, delete (reference/cdf-api-data.md section 9). */
public final class PointCalls {

    private static final String PROTOBUF = "application/protobuf";
    private static final String PATH = "/timeseries/data";

    private final ClassicResources resources;
    private final PointStore points;
    private final PointInserts inserts;
    private final PointReads reads;
    private final Clock clock;

    public PointCalls(ClassicResources resources, PointStore points, Clock clock) {
        this.resources = resources;
        this.points = points;
        this.inserts = new PointInserts(resources.timeSeries(), points);
        this.reads = new PointReads(resources.timeSeries(), points);
        this.clock = clock;
    }

    public void addTo(Routes routes) {
        Admission read = Admission.needs("timeSeriesAcl", "READ");
        Admission write = Admission.needs("timeSeriesAcl", "WRITE");
        routes.project("POST", PATH, write, this::insert)
                .project("POST", PATH + "/list", read, this::list)
                .project("POST", PATH + "/latest", read, this::latest)
                .project("POST", PATH + "/delete", write, this::delete);
    }

    private Answer insert(Call call) throws IOException {
        List<Insertion> insertions =
                call.isOfType(PROTOBUF) ? ProtobufInsertion.parse(call.body()) : JsonInsertion.parse(call.body());
        call.received(insertions.stream()
                .mapToInt(insertion -> insertion.points().size())
                .sum());
        inserts.insert(insertions, resources.writableSeries(call));
        return Answer.done();
    }

    private Answer list(Call call) {
        ObjectNode body = call.json();
        List<PointQuery> queries = PointQuery.parseAll(body, clock.millis());
        List<PointPage> pages =
                reads.read(queries, body.path("ignoreUnknownIds").asBoolean(), resources.readableSeries(call));
        Answer answer = call.accepts(PROTOBUF)
                ? Answer.bytes(200, PROTOBUF, ProtobufPoints.of(pages))
                : Answer.ok(JsonPoints.of(pages));
        return answer.with(pointsOf(pages));
    }

    private Answer latest(Call call) {
        ObjectNode body = call.json();
        long now = clock.millis();
        Predicate<Item> readable = resources.readableSeries(call);
        List<PointPage> pages = new ArrayList<>();
        Set<SeriesReference> unknown = new LinkedHashSet<>();
        for (JsonNode query : RequestItems.of(body.path("items"), PointLimits.MAX_QUERIES)) {
            SeriesReference reference = SeriesReference.parse(query, "items[" + pages.size() + "]");
            Item series = reads.find(reference, readable);
            if (series == null) {
                unknown.add(reference);
            } else {
                JsonNode before = query.path("before");
                long bound = query.hasNonNull("before") ? TimeExpression.parse(before, "before", now) : now;
                pages.add(reads.latest(series, bound, StatusRule.parse(query), TargetUnit.parse(query)));
            }
        }
        if (!unknown.isEmpty() && !body.path("ignoreUnknownIds").asBoolean()) {
            throw SeriesReference.notFound(unknown);
        }
        return Answer.ok(JsonPoints.of(pages)).with(pointsOf(pages));
    }

    private static int pointsOf(List<PointPage> pages) {
        return pages.stream().mapToInt(page -> page.content().size()).sum();
    }

    private record Deletion(long seriesId, long from, long until) {}

    private Answer delete(Call call) {
        Predicate<Item> writable = resources.writableSeries(call);
        List<Deletion> deletions = new ArrayList<>();
        Set<SeriesReference> unknown = new LinkedHashSet<>();
        for (JsonNode range : RequestItems.of(call.json().path("items"), PointLimits.MAX_DELETED_RANGES)) {
            SeriesReference reference = SeriesReference.parse(range, "items");
            JsonNode begin = range.path("inclusiveBegin");
            JsonNode end = range.path("exclusiveEnd");
            if (!begin.isIntegralNumber() || (range.hasNonNull("exclusiveEnd") && !end.isIntegralNumber())) {
                throw ApiError.badRequest("inclusiveBegin and exclusiveEnd must be whole numbers: " + range);
            }
            Item series = reads.find(reference, writable);
            if (series == null) {
                unknown.add(reference);
            } else {
                // Without an end only the point at the beginning goes (section 9.8, reading A).
                long until = end.isIntegralNumber() ? end.longValue() : begin.longValue() + 1;
                deletions.add(new Deletion(series.id(), begin.longValue(), until));
            }
        }
        if (!unknown.isEmpty()) {
            throw SeriesReference.notFound(unknown);
        }
        deletions.forEach(one -> points.delete(one.seriesId(), one.from(), one.until()));
        return Answer.done();
    }
}
