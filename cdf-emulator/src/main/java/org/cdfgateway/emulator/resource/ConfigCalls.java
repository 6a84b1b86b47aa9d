package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.query.PageCursor;
import org.cdfgateway.emulator.resource.PipelineConfigs.Revision;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/** The HTTP calls of extraction pipelines' configurations: reference/cdf-api-resources.md section 12.3. */
final class ConfigCalls {

    private static final String ACL = "extractionConfigsAcl";
    private static final String PATH = "/extpipes/config";
    private static final int MAX_LIMIT = 1000;
    private static final int DEFAULT_LIMIT = 100;

    private final Pipelines pipelines;
    private final PipelineConfigs configs;

    ConfigCalls(Pipelines pipelines, PipelineConfigs configs) {
        this.pipelines = pipelines;
        this.configs = configs;
    }

    void addTo(Routes routes) {
        Admission read = Admission.needs(ACL, "READ");
        Admission write = Admission.needs(ACL, "WRITE");
        routes.project("GET", PATH, read, this::get)
                .project("POST", PATH, write, this::add)
                .project("GET", PATH + "/revisions", read, this::revisions)
                .project("POST", PATH + "/revert", write, this::revert);
    }

    private Answer get(Call call) {
        Item pipeline = readable(call);
        int number = call.intParameter("revision", 0, 0, Integer.MAX_VALUE);
        Revision revision = configs.find(pipeline.id(), number, call.longParameter("activeAtTime", 0));
        return answer(pipeline, revision);
    }

    private Item readable(Call call) {
        String externalId = call.parameter("externalId");
        JsonNode given = externalId == null ? NullNode.getInstance() : TextNode.valueOf(externalId);
        return pipelines.named(given, pipelines.readable(ACL, call));
    }

    private Item writable(Call call, ObjectNode body) {
        return pipelines.named(body.path("externalId"), pipelines.writable(ACL, call));
    }

    private Answer add(Call call) {
        ObjectNode body = call.json();
        Item pipeline = writable(call, body);
        return answer(pipeline, configs.add(pipeline.id(), text(body, "config"), text(body, "description")));
    }

    private static @Nullable String text(ObjectNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isTextual() && body.hasNonNull(name)) {
            throw Violations.wrongType(name, "string", value);
        }
        return value.textValue();
    }

    private Answer revert(Call call) {
        ObjectNode body = call.json();
        Item pipeline = writable(call, body);
        Revision old = configs.find(pipeline.id(), body.path("revision").asInt(), 0);
        return answer(pipeline, configs.add(pipeline.id(), old.config(), old.description()));
    }

    private Answer revisions(Call call) {
        Item pipeline = readable(call);
        int limit = call.intParameter("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        int queryHash = Objects.hash(PATH, pipeline.id());
        String cursor = call.parameter("cursor");
        int below = cursor == null ? Integer.MAX_VALUE : Integer.parseInt(PageCursor.decode(queryHash, cursor));
        List<Revision> left = configs.revisions(pipeline.id()).stream()
                .filter(revision -> revision.number() < below)
                .toList();
        List<Revision> page = left.subList(0, Math.min(limit, left.size()));
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Revision revision : page) {
                out.writeStartObject();
                write(pipeline, revision, out);
                out.writeEndObject();
            }
            out.writeEndArray();
            if (page.size() < left.size()) {
                String place = Integer.toString(page.get(page.size() - 1).number());
                out.writeStringField("nextCursor", PageCursor.encode(queryHash, place));
            }
            out.writeEndObject();
        });
    }

    private static Answer answer(Item pipeline, Revision revision) {
        return Answer.ok(out -> {
            out.writeStartObject();
            write(pipeline, revision, out);
            if (revision.config() != null) {
                out.writeStringField("config", revision.config());
            }
            out.writeEndObject();
        });
    }

    private static void write(Item pipeline, Revision revision, JsonGenerator out) throws IOException {
        out.writeStringField("externalId", PipelineSchema.EXTERNAL_ID.textOf(pipeline));
        out.writeNumberField("revision", revision.number());
        out.writeNumberField("createdTime", revision.createdTime());
        if (revision.description() != null) {
            out.writeStringField("description", revision.description());
        }
    }
}
