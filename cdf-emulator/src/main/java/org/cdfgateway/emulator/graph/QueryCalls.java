package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.Instances;
import org.cdfgateway.emulator.model.Models;
import org.jspecify.annotations.Nullable;

/** The HTTP calls that evaluate several expressions at once: query and sync (reference/cdf-api-data.md section 11.6). */
final class QueryCalls {

    private final Models models;
    private final Instances instances;
    private final ChangeFeed changes;

    QueryCalls(Models models, Instances instances, ChangeFeed changes) {
        this.models = models;
        this.instances = instances;
        this.changes = changes;
    }

    void addTo(Routes routes, Admission read) {
        routes.project("POST", "/models/instances/query", read, this::query)
                .project("POST", "/models/instances/sync", read, this::sync);
    }

    /** One selected expression. */
    private record Selected(
            InstanceWriter writer,
            List<Instance> instances,
            @Nullable String nextCursor) {}

    private Answer query(Call call) {
        ObjectNode body = call.json();
        Snapshot snapshot = Snapshot.lagging(call, models, instances).withParameters(body.path("parameters"));
        Expressions expressions = new Expressions(body.path("with"), body.path("cursors"), snapshot);
        Map<String, Selected> selected = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : selection(body)) {
            ResultSet result = expressions.result(entry.getKey());
            selected.put(
                    entry.getKey(),
                    new Selected(
                            writer(entry.getValue(), snapshot),
                            expressions.selected(result, entry.getValue()),
                            result.nextCursor()));
        }
        return answer(selected, body);
    }

    private Answer sync(Call call) {
        ObjectNode body = call.json();
        Snapshot snapshot = Snapshot.of(call, models, instances).withParameters(body.path("parameters"));
        Map<String, Selected> selected = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : selection(body)) {
            ChangeFeed.Page page = changes.page(body, entry.getKey(), snapshot);
            selected.put(
                    entry.getKey(),
                    new Selected(writer(entry.getValue(), snapshot), page.instances(), page.nextCursor()));
        }
        return answer(selected, body);
    }

    private static Iterable<Map.Entry<String, JsonNode>> selection(ObjectNode body) {
        JsonNode select = body.path("select");
        if (!select.isObject() || select.isEmpty() || select.size() > GraphLimits.MAX_EXPRESSIONS) {
            throw ApiError.badRequest("select must name 1 to " + GraphLimits.MAX_EXPRESSIONS + " expressions");
        }
        return select.properties();
    }

    private static InstanceWriter writer(JsonNode select, Snapshot snapshot) {
        return new InstanceWriter(ShownSource.parse(select.path("sources"), snapshot));
    }

    private static Answer answer(Map<String, Selected> selected, ObjectNode body) {
        return Answer.ok(out -> {
                    out.writeStartObject();
                    out.writeObjectFieldStart("items");
                    for (Map.Entry<String, Selected> entry : selected.entrySet()) {
                        out.writeFieldName(entry.getKey());
                        entry.getValue().writer().writeAll(entry.getValue().instances(), out);
                    }
                    out.writeEndObject();
                    out.writeObjectFieldStart("nextCursor");
                    for (Map.Entry<String, Selected> entry : selected.entrySet()) {
                        String cursor = entry.getValue().nextCursor();
                        if (cursor != null) {
                            out.writeStringField(entry.getKey(), cursor);
                        }
                    }
                    out.writeEndObject();
                    if (body.path("includeTyping").asBoolean()) {
                        writeTyping(selected, out);
                    }
                    ListCalls.writeDebug(body, out);
                    out.writeEndObject();
                })
                .with(selected.values().stream()
                        .mapToInt(one -> one.instances().size())
                        .sum());
    }

    private static void writeTyping(Map<String, Selected> selected, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("typing");
        for (Map.Entry<String, Selected> entry : selected.entrySet()) {
            out.writeFieldName(entry.getKey());
            entry.getValue().writer().writeTyping(out);
        }
        out.writeEndObject();
    }
}
