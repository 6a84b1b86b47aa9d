package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.InstanceKey;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.jspecify.annotations.Nullable;

/**
 * A time series as calls on points name it, by exactly one of three.
 *
 * @param instance a node of data modeling
 */
record SeriesReference(
        @Nullable Long id,
        @Nullable String externalId,
        @Nullable InstanceKey instance) {

    static SeriesReference parse(JsonNode item, String path) {
        JsonNode id = item.path("id");
        JsonNode externalId = item.path("externalId");
        JsonNode instance = item.path("instanceId");
        return of(
                id.isIntegralNumber() ? id.longValue() : null,
                externalId.isTextual() ? externalId.textValue() : null,
                instance.isObject()
                        ? new InstanceKey(
                                instance.path("space").asText(),
                                instance.path("externalId").asText())
                        : null,
                path);
    }

    /** @throws ApiError 400 unless exactly one is given */
    static SeriesReference of(
            @Nullable Long id, @Nullable String externalId, @Nullable InstanceKey instance, String path) {
        int given = (id == null ? 0 : 1) + (externalId == null ? 0 : 1) + (instance == null ? 0 : 1);
        if (given != 1) {
            throw ApiError.badRequest(path + " must have exactly one of id, externalId and instanceId");
        }
        return new SeriesReference(id, externalId, instance);
    }

    private @Nullable Item find(ItemStore series) {
        if (id != null) {
            return series.find(id);
        }
        if (instance != null) {
            return series.findInstance(instance.text());
        }
        return externalId == null ? null : series.find(externalId);
    }

    /**
     * @param reached the series that the caller may use
     * @throws ApiError 403 when it is not among them
     */
    @Nullable
    Item find(ItemStore series, Predicate<Item> reached) {
        Item item = find(series);
        if (item != null && !reached.test(item)) {
            throw ApiError.forbidden();
        }
        return item;
    }

    ObjectNode toJson() {
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

    static ApiError notFound(Collection<SeriesReference> unknown) {
        Set<JsonNode> missing = new LinkedHashSet<>();
        unknown.forEach(reference -> missing.add(reference.toJson()));
        return ApiError.missing(400, "Time series not found", missing);
    }
}
