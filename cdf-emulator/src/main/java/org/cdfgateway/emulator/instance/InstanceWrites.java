package org.cdfgateway.emulator.instance;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.model.Models;
import org.cdfgateway.emulator.model.RequestSpaces;
import org.cdfgateway.emulator.resource.RequestItems;
import org.cdfgateway.emulator.right.ScopeKind;
import org.cdfgateway.emulator.schema.Violations;

/** The HTTP calls that change instances: reference/cdf-api-data.md section 11.5. */
public final class InstanceWrites {

    private final Models models;
    private final Instances instances;

    public InstanceWrites(Models models, Instances instances) {
        this.models = models;
        this.instances = instances;
    }

    public void addTo(Routes routes) {
        Admission write = Admission.needs("dataModelInstancesAcl", "WRITE");
        routes.project(
                        "POST",
                        "/models/instances",
                        write.on(ScopeKind.SPACE, InstanceWrites::spaces).and("dataModelsAcl", "READ"),
                        this::apply)
                .project(
                        "POST",
                        "/models/instances/delete",
                        write.on(ScopeKind.SPACE, RequestSpaces::ofItems),
                        this::delete);
    }

    private static Set<String> spaces(Call call) {
        ObjectNode body = call.json();
        Set<String> spaces = new LinkedHashSet<>(RequestSpaces.of(body.path("items")));
        spaces.addAll(RequestSpaces.of(body.path("delete")));
        return spaces;
    }

    private Answer apply(Call call) {
        ObjectNode body = call.json();
        Violations violations = new Violations();
        JsonNode items = body.path("items");
        JsonNode deletions = body.path("delete");
        call.received(items.size() + deletions.size());
        violations.requireSize("items", items.size() + deletions.size(), 0, WriteShapes.MAX_ITEMS);
        if (!items.isArray() && !items.isMissingNode()) {
            throw Violations.wrongType("items", "array", items);
        }
        Ingestion.Result result = run(
                written(items, violations),
                deleted(deletions, "delete", violations),
                IngestOptions.of(body),
                violations,
                call);
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Ingestion.Outcome outcome : result.items()) {
                write(outcome, out);
            }
            out.writeEndArray();
            writeDeleted("deleted", result.deleted(), out);
            out.writeEndObject();
        });
    }

    private Answer delete(Call call) {
        ObjectNode body = call.json();
        RequestItems.of(body.path("items"), WriteShapes.MAX_ITEMS);
        Violations violations = new Violations();
        List<ObjectNode> deletions = deleted(body.path("items"), "items", violations);
        Ingestion.Result result = run(List.of(), deletions, IngestOptions.of(body), violations, call);
        return Answer.ok(out -> {
            out.writeStartObject();
            writeDeleted("items", result.deleted(), out);
            out.writeEndObject();
        });
    }

    private Ingestion.Result run(
            List<ObjectNode> items,
            List<ObjectNode> deletions,
            IngestOptions options,
            Violations violations,
            Call call) {
        violations.check();
        instances.keepPast(call.longestLag());
        return instances.change(
                change -> new Ingestion(models.state(), instances.state(), change, options).run(items, deletions));
    }

    /**
     * Applies items as a client would, for content that comes with the emulator.
     *
     * @param items as in a request
     * @param time when they are said to be created
     */
    public void load(List<? extends JsonNode> items, long time) {
        Violations violations = new Violations();
        IngestOptions options = new IngestOptions(true, true, true, false, false);
        List<ObjectNode> written = written(items, violations);
        violations.check();
        instances.change(
                time,
                change -> new Ingestion(models.state(), instances.state(), change, options).run(written, List.of()));
    }

    private static List<ObjectNode> written(Iterable<? extends JsonNode> items, Violations violations) {
        List<ObjectNode> written = new ArrayList<>();
        for (JsonNode item : items) {
            InstanceKind kind = InstanceKind.of(item.path("instanceType"));
            String path = "items[" + written.size() + "]";
            ObjectNode read =
                    (kind == InstanceKind.NODE ? WriteShapes.NODE : WriteShapes.EDGE).read(item, path, violations);
            written.add(read.put("instanceType", kind.word()));
        }
        return written;
    }

    private static List<ObjectNode> deleted(JsonNode deletions, String name, Violations violations) {
        List<ObjectNode> deleted = new ArrayList<>();
        for (JsonNode deletion : deletions) {
            deleted.add(WriteShapes.DELETION.read(deletion, name + "[" + deleted.size() + "]", violations));
        }
        return deleted;
    }

    private static void write(Ingestion.Outcome outcome, JsonGenerator out) throws IOException {
        Instance instance = outcome.instance();
        out.writeStartObject();
        out.writeStringField("instanceType", instance.kind().word());
        instance.id().writeFields(out);
        out.writeNumberField("version", instance.version());
        out.writeBooleanField("wasModified", outcome.wasModified());
        out.writeNumberField("createdTime", instance.createdTime());
        out.writeNumberField("lastUpdatedTime", instance.lastUpdatedTime());
        out.writeEndObject();
    }

    private static void writeDeleted(String name, List<Instance> deleted, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(name);
        for (Instance instance : deleted) {
            out.writeStartObject();
            out.writeStringField("instanceType", instance.kind().word());
            instance.id().writeFields(out);
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
