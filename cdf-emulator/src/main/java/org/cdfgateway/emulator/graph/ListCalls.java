package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceKind;
import org.cdfgateway.emulator.instance.Instances;
import org.cdfgateway.emulator.model.InstanceId;
import org.cdfgateway.emulator.model.Models;
import org.cdfgateway.emulator.resource.RequestItems;
import org.jspecify.annotations.Nullable;

/** The HTTP calls that list instances and find them by id: reference/cdf-api-data.md section 11.6. */
final class ListCalls {

    private final Models models;
    private final Instances instances;

    ListCalls(Models models, Instances instances) {
        this.models = models;
        this.instances = instances;
    }

    void addTo(Routes routes, Admission read) {
        routes.project("POST", "/models/instances/list", read, this::list)
                .project("POST", "/models/instances/byids", read, this::byIds);
    }

    private Answer list(Call call) {
        ObjectNode body = call.json();
        Snapshot snapshot = Snapshot.lagging(call, models, instances);
        InstanceKind kind = InstanceKind.of(body.path("instanceType"));
        List<ShownSource> sources = ShownSource.parse(body.path("sources"), snapshot);
        FilterCompiler filters = new FilterCompiler(snapshot);
        Predicate<Instance> matching =
                snapshot.readable().and(withData(sources, filters)).and(filters.compile(body.path("filter")));
        InstanceOrder order = InstanceOrder.parse(body.path("sort"), new PropertyPaths(snapshot));
        int limit = InstancePage.limit(body, GraphLimits.LIST_PAGE, GraphLimits.MAX_LIST_PAGE);
        InstancePage page = InstancePage.of(
                snapshot.instances().all(kind),
                new InstancePage.Wish(
                        matching, order, limit, InstancePage.cursor(body.path("cursor")), queryHash(body)));
        return answer(page.instances(), sources, body, page.nextCursor());
    }

    private static Predicate<Instance> withData(List<ShownSource> sources, FilterCompiler filters) {
        return sources.stream()
                .map(source -> filters.hasData(source.view()))
                .reduce(Predicate::and)
                .orElse(instance -> true);
    }

    private static int queryHash(ObjectNode body) {
        return body.deepCopy()
                .without(List.of("cursor", "limit", "debug", "includeTyping"))
                .toString()
                .hashCode();
    }

    private Answer byIds(Call call) {
        ObjectNode body = call.json();
        Snapshot snapshot = Snapshot.of(call, models, instances);
        List<ShownSource> sources = ShownSource.parse(body.path("sources"), snapshot);
        Predicate<Instance> matching = snapshot.readable().and(withData(sources, new FilterCompiler(snapshot)));
        Set<Instance> found = new LinkedHashSet<>();
        for (JsonNode item : RequestItems.of(body.path("items"), GraphLimits.MAX_ITEMS)) {
            Instance instance =
                    snapshot.instances().find(InstanceKind.of(item.path("instanceType")), InstanceId.of(item));
            if (instance != null && matching.test(instance)) {
                found.add(instance);
            }
        }
        return answer(new ArrayList<>(found), sources, body, null);
    }

    static Answer answer(List<Instance> page, List<ShownSource> sources, ObjectNode body, @Nullable String nextCursor) {
        InstanceWriter writer = new InstanceWriter(sources);
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeFieldName("items");
            writer.writeAll(page, out);
            if (nextCursor != null) {
                out.writeStringField("nextCursor", nextCursor);
            }
            if (body.path("includeTyping").asBoolean()) {
                out.writeFieldName("typing");
                writer.writeTyping(out);
            }
            writeDebug(body, out);
            out.writeEndObject();
        });
    }

    /** No notices: nothing is slow for want of an index here. */
    static void writeDebug(ObjectNode body, JsonGenerator out) throws IOException {
        if (body.has("debug")) {
            out.writeObjectFieldStart("debug");
            out.writeArrayFieldStart("notices");
            out.writeEndArray();
            out.writeEndObject();
        }
    }
}
