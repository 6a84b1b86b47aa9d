package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.FieldTypes;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.jspecify.annotations.Nullable;

/** An object as a request names it: by id or by external id, exactly one of the two. */
public record Reference(@Nullable Long id, @Nullable String externalId) {

    /** How the objects of a resource are named. */
    enum Keys {
        ID_OR_EXTERNAL_ID,
        EXTERNAL_ID
    }

    /**
     * Reads one element of a request, which may have further fields.
     *
     * @throws ApiError 400 for none or both
     */
    public static Reference parse(JsonNode item, String path, Violations violations) {
        JsonNode id = item.path("id");
        JsonNode externalId = item.path("externalId");
        boolean hasId = !id.isMissingNode() && !id.isNull();
        boolean hasExternalId = !externalId.isMissingNode() && !externalId.isNull();
        if (hasId == hasExternalId) {
            throw ApiError.badRequest(path + " must have exactly one of id and externalId");
        }
        if (hasId) {
            if (!id.isIntegralNumber() || !id.canConvertToLong()) {
                throw Violations.wrongType(path + ".id", "integer", id);
            }
            if (id.longValue() < 1 || id.longValue() > FieldTypes.MAX_ID) {
                violations.add(path + ".id must be between 1 and " + FieldTypes.MAX_ID);
            }
            return new Reference(id.longValue(), null);
        }
        if (!externalId.isTextual()) {
            throw Violations.wrongType(path + ".externalId", "string", externalId);
        }
        violations.requireSize(path + ".externalId", externalId.textValue().length(), 0, 255);
        return new Reference(null, externalId.textValue());
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
            references.add(parse(item, path, violations));
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
        return id != null ? store.find(id) : externalId != null ? store.find(externalId) : null;
    }

    /** As messages of errors name it. */
    String text() {
        return id == null ? String.valueOf(externalId) : id.toString();
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
        return json;
    }
}
