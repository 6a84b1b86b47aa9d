package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.resource.FileSchema.LABELS;
import static org.cdfgateway.emulator.resource.FileSchema.METADATA;
import static org.cdfgateway.emulator.resource.FileSchema.UPLOADED;
import static org.cdfgateway.emulator.resource.FileSchema.UPLOADED_TIME;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.file.FileContents;
import org.cdfgateway.emulator.file.Storage;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/** The HTTP calls of files, of which creating, updating and moving contents are unlike those of other resources. */
final class FileCalls {

    private static final String PATH = "/files";
    private static final int MAX_DOWNLOADS = 100;
    private static final int MAX_PARTS = 250;

    private final Resource files;
    private final ItemScopes scopes;
    private final Surroundings surroundings;
    private final ItemWriter writer = new ItemWriter(FileSchema.SCHEMA);
    private final Storage storage;

    FileCalls(Surroundings surroundings) {
        FileContents contents = new FileContents();
        this.surroundings = surroundings;
        this.files = surroundings.resource(FileSchema.SCHEMA, new FileRules(surroundings.checks(), contents::delete));
        this.scopes = surroundings.scopes(files);
        this.storage = new Storage(contents, surroundings.clock(), surroundings.chance(), this::uploaded);
    }

    Resource files() {
        return files;
    }

    void addTo(Routes routes) {
        Admission read = Admission.needs("filesAcl", "READ");
        Admission write = Admission.needs("filesAcl", "WRITE");
        new ResourceCalls(files, scopes, surroundings.related(), writer).addTo(routes);
        routes.project("POST", PATH, write, this::create)
                .project("POST", PATH + "/update", write, this::update)
                .project("POST", PATH + "/uploadlink", write, this::uploadLink)
                .project("POST", PATH + "/downloadlink", read, this::downloadLink)
                .project("GET", PATH + "/icon", read, this::icon)
                .project("POST", PATH + "/initmultipartupload", write, this::createInParts)
                .project("POST", PATH + "/multiuploadlink", write, this::partedUploadLink)
                .project("POST", PATH + "/completemultipartupload", write, this::completeParts);
        storage.addTo(routes);
    }

    private void uploaded(long fileId) {
        long now = surroundings.clock().millis();
        files.change(fileId, true, draft -> {
            draft.set(UPLOADED, true);
            draft.set(UPLOADED_TIME, now);
        });
    }

    private Item created(Call call) {
        files.keepIndex(call.longestLag());
        Item file = files.createOne(call.json(), call.flag("overwrite"), scopes.writable(call));
        call.received(1);
        return file;
    }

    private Answer create(Call call) {
        Item file = created(call);
        ItemWriter answering = writer.with((item, out) -> {
            writeNoLabels(item, out);
            out.writeStringField("uploadUrl", storage.uploadUrl(call, item.id()));
        });
        return Answer.created(out -> answering.write(file, out)).with(1);
    }

    private Answer createInParts(Call call) {
        int parts = parts(call);
        Item file = created(call);
        return Answer.created(out -> inParts(call, parts).write(file, out)).with(1);
    }

    private static int parts(Call call) {
        return call.intParameter("parts", 1, 1, MAX_PARTS);
    }

    private ItemWriter inParts(Call call, int parts) {
        return writer.with((item, out) -> {
            writeNoLabels(item, out);
            Storage.PartedUpload upload = storage.partedUpload(call, item.id(), parts);
            out.writeStringField("uploadId", Long.toString(upload.id()));
            out.writeArrayFieldStart("uploadUrls");
            for (String url : upload.parts()) {
                out.writeString(url);
            }
            out.writeEndArray();
        });
    }

    private static void writeNoLabels(Item item, JsonGenerator out) throws IOException {
        if (LABELS.of(item) == null) {
            out.writeArrayFieldStart("labels");
            out.writeEndArray();
        }
    }

    /** The answer has metadata even when there are none. */
    private Answer update(Call call) {
        ItemWriter answering = writer.with((item, out) -> {
            if (METADATA.of(item) == null) {
                out.writeObjectFieldStart("metadata");
                out.writeEndObject();
            }
        });
        files.keepIndex(call.longestLag());
        return Answer.ok(answering.page(files.update(call.json(), scopes.writable(call)), null));
    }

    /** The one file that a request wants to upload to. */
    private List<Item> target(Call call) {
        List<Item> target = files.named(Reference.parseAll(
                call.json().path("items"), 1, FileSchema.SCHEMA.calls().keys()));
        ItemScopes.require(scopes.writable(call), target);
        return target;
    }

    private Answer uploadLink(Call call) {
        ItemWriter answering =
                writer.with((item, out) -> out.writeStringField("uploadUrl", storage.uploadUrl(call, item.id())));
        return Answer.ok(answering.page(target(call), null));
    }

    private Answer partedUploadLink(Call call) {
        int parts = parts(call);
        return Answer.created(inParts(call, parts).page(target(call), null));
    }

    private Answer completeParts(Call call) {
        ObjectNode body = call.json();
        Violations violations = new Violations();
        Reference reference = Reference.parse(body, "body", Reference.Keys.ANY, violations);
        if (!body.hasNonNull("uploadId")) {
            violations.addMissingField("uploadId");
        }
        violations.check();
        List<Item> named = files.named(List.of(reference));
        ItemScopes.require(scopes.writable(call), named);
        storage.complete(body.path("uploadId").asLong(), named.get(0).id());
        return Answer.done();
    }

    private Answer downloadLink(Call call) {
        List<Reference> references = Reference.parseAll(
                call.json().path("items"),
                MAX_DOWNLOADS,
                FileSchema.SCHEMA.calls().keys());
        List<Item> named = files.named(references);
        ItemScopes.require(scopes.readable(call), named);
        List<Reference> empty = references.stream()
                .filter(reference -> isEmpty(reference.find(files.store())))
                .toList();
        if (!empty.isEmpty()) {
            throw ApiError.missing(
                    400,
                    ReferenceErrors.filled("Files have not been uploaded: %s", empty),
                    empty.stream().map(Reference::toJson).toList());
        }
        boolean extended = call.flag("extendedExpiration");
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (int i = 0; i < named.size(); i++) {
                ObjectNode item = references.get(i).toJson();
                item.put("downloadUrl", storage.downloadUrl(call, named.get(i).id(), extended));
                out.writeRawValue(item.toString());
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private Answer icon(Call call) {
        ObjectNode wanted = Json.newObject();
        Map<String, String> parameters = call.parameters();
        if (parameters.containsKey("id")) {
            wanted.put("id", call.longParameter("id", 0));
        }
        if (parameters.containsKey("externalId")) {
            wanted.put("externalId", parameters.get("externalId"));
        }
        if (parameters.containsKey("space")) {
            wanted.putObject("instanceId")
                    .put("space", parameters.get("space"))
                    .put("externalId", parameters.get("instanceExternalId"));
        }
        Violations violations = new Violations();
        Reference reference = Reference.parse(wanted, "query", Reference.Keys.ANY, violations);
        violations.check();
        List<Item> named = files.named(List.of(reference));
        ItemScopes.require(scopes.readable(call), named);
        return storage.icon(named.get(0).id());
    }

    private static boolean isEmpty(@Nullable Item file) {
        return file == null || !UPLOADED.flagOf(file);
    }
}
