package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.FieldTypes;
import org.cdfgateway.emulator.schema.InstanceKey;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.jspecify.annotations.Nullable;

/** An object as a request names it: by id, by external id or by its node of data modeling, exactly one of them. */
public record Reference(
        @Nullable Long id,
        @Nullable String externalId,
        @Nullable InstanceKey instance) {

    /** How the objects of a resource are named. */
    enum Keys {
        ID_OR_EXTERNAL_ID("id and externalId"),
        EXTERNAL_ID("externalId"),
        ANY("id, externalId and instanceId");

        private final String words;

        Keys(String words) {
            this.words = words;
        }
    }

    static Reference ofId(long id) {
        return new Reference(id, null, null);
    }

    static Reference ofExternalId(String externalId) {
        return new Reference(null, externalId, null);
    }

    /** Reads one element of a request that names its object by id or by external id. */
    public static Reference parse(JsonNode item, String path, Violations violations) {
        return parse(item, path, Keys.ID_OR_EXTERNAL_ID, violations);
    }

    /**
     * Reads one element of a request, which may have further fields.
     *
     * @throws ApiError 400 for none or more than one
     */
    static Reference parse(JsonNode item, String path, Keys keys, Violations violations) {
        JsonNode instance = item.path("instanceId");
        boolean isNode = keys == Keys.ANY && item.hasNonNull("instanceId");
        int given = (item.hasNonNull("id") ? 1 : 0) + (item.hasNonNull("externalId") ? 1 : 0) + (isNode ? 1 : 0);
        if (given != 1) {
            throw ApiError.badRequest(path + " must have exactly one of " + keys.words);
        }
        if (isNode) {
            return new Reference(null, null, InstanceKey.read(instance, path + ".instanceId", violations));
        }
        return item.hasNonNull("id")
                ? ofId(item.path("id"), path + ".id", violations)
                : ofExternalId(item.path("externalId"), path + ".externalId", violations);
    }

    private static Reference ofId(JsonNode id, String path, Violations violations) {
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            throw Violations.wrongType(path, "integer", id);
        }
        if (id.longValue() < 1 || id.longValue() > FieldTypes.MAX_ID) {
            violations.add(path + " must be between 1 and " + FieldTypes.MAX_ID);
        }
        return ofId(id.longValue());
    }

    private static Reference ofExternalId(JsonNode externalId, String path, Violations violations) {
        if (!externalId.isTextual()) {
            throw Violations.wrongType(path, "string", externalId);
        }
        violations.requireSize(path, externalId.textValue().length(), 0, 255);
        return ofExternalId(externalId.textValue());
    }

    /** Reads all of {@code items}. */
    static List<Reference> parseAll(JsonNode items, int max, Keys keys) {
        Violations violations = new Violations();
        List<Reference> references = new ArrayList<>();
        for (JsonNode item : RequestItems.of(items, max)) {
            String path = "items[" + references.size() + "]";
            if (keys == Keys.EXTERNAL_ID) {
                requireExternalId(item, path);
            }
            references.add(parse(item, path, keys, violations));
        }
        violations.check();
        return references;
    }

    private static void requireExternalId(JsonNode item, String path) {
        if (item.has("id")) {
            throw ApiError.badRequest(path + ".id is not a known property");
        }
        if (!item.hasNonNull("externalId")) {
            throw ApiError.missingFields(List.of(path + ".externalId"));
        }
    }

    /** The item it names, null when there is none. */
    public @Nullable Item find(ItemStore store) {
        if (instance != null) {
            return store.findInstance(instance.text());
        }
        return id != null ? store.find(id) : externalId != null ? store.find(externalId) : null;
    }

    /** As messages of errors name it. */
    String text() {
        return instance != null ? instance.text() : id == null ? String.valueOf(externalId) : id.toString();
    }

    /** As lists of errors name it. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        if (id != null) {
            json.put("id", id);
        }
        if (externalId != null) {
            json.put("externalId", externalId);
        }
        if (instance != null) {
            json.set("instanceId", instance.toJson());
        }
        return json;
    }
}
