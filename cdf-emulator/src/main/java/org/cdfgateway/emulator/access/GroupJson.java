package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.Utf8;
import org.cdfgateway.emulator.schema.Violations;

/** Groups as requests write them, and their limits (reference/cdf-api-data.md section 5.2). */
final class GroupJson {

    private static final int MAX_NAME = 255;
    private static final int MAX_MEMBERS = 100;
    private static final int MAX_APPLICATIONS = 255;
    private static final int MAX_METADATA = 16;
    private static final int MAX_KEY_BYTES = 32;
    private static final int MAX_VALUE_BYTES = 512;
    private static final int MAX_METADATA_BYTES = 4096;
    private static final long NEVER = -1;

    /** What is kept; anything else in a request is ignored. */
    private static final List<String> KNOWN =
            List.of("name", "sourceId", "members", "capabilities", "metadata", "attributes");

    private GroupJson() {}

    /**
     * @param id of the new group
     * @throws ApiError 400 for what CDF refuses
     */
    static Group parse(long id, JsonNode spec, String project, String path) {
        if (!spec.isObject()) {
            throw Violations.wrongType(path, "object", spec);
        }
        ObjectNode json = Json.newObject();
        KNOWN.stream()
                .filter(spec::hasNonNull)
                .forEach(name -> json.set(name, spec.path(name).deepCopy()));
        check(json, path);
        List<Capability> capabilities = new ArrayList<>();
        for (int i = 0; i < json.path("capabilities").size(); i++) {
            CapabilityJson.parse(json.path("capabilities").path(i), project, path + ".capabilities[" + i + "]")
                    .ifPresent(capabilities::add);
        }
        json.put("id", id).put("isDeleted", false).put("deletedTime", NEVER);
        return new Group(id, List.copyOf(capabilities), json);
    }

    /** A group that gives its members these capabilities. */
    static ObjectNode spec(String name, String sourceId, List<Capability> capabilities) {
        ObjectNode spec = Json.newObject().put("name", name).put("sourceId", sourceId);
        ArrayNode entries = spec.putArray("capabilities");
        capabilities.forEach(capability -> entries.add(CapabilityJson.of(capability)));
        return spec;
    }

    private static void check(ObjectNode json, String path) {
        Violations violations = new Violations();
        if (!json.path("name").isTextual()) {
            violations.addMissingField(path + ".name");
        }
        violations.requireSize(path + ".name", json.path("name").asText().length(), 1, MAX_NAME);
        if (json.has("sourceId") && json.has("members")) {
            violations.add(path + " must not have both sourceId and members");
        }
        violations.requireSize(path + ".members", json.path("members").size(), 0, MAX_MEMBERS);
        violations.requireSize(
                path + ".attributes.token.appIds",
                json.at("/attributes/token/appIds").size(),
                0,
                MAX_APPLICATIONS);
        if (json.has("capabilities") && !json.path("capabilities").isArray()) {
            throw Violations.wrongType(path + ".capabilities", "array", json.path("capabilities"));
        }
        checkMetadata(json.path("metadata"), path + ".metadata", violations);
        violations.check();
    }

    private static void checkMetadata(JsonNode metadata, String path, Violations violations) {
        violations.requireSize(path, metadata.size(), 0, MAX_METADATA);
        int total = 0;
        for (Map.Entry<String, JsonNode> pair : metadata.properties()) {
            int keyBytes = Utf8.length(pair.getKey());
            int valueBytes = Utf8.length(pair.getValue().asText());
            if (keyBytes > MAX_KEY_BYTES || valueBytes > MAX_VALUE_BYTES) {
                violations.add(path + "." + pair.getKey() + " must have a key of at most " + MAX_KEY_BYTES
                        + " bytes and a value of at most " + MAX_VALUE_BYTES);
            }
            total += keyBytes + valueBytes;
        }
        if (total > MAX_METADATA_BYTES) {
            violations.add(path + " must have at most " + MAX_METADATA_BYTES + " bytes in total");
        }
    }
}
