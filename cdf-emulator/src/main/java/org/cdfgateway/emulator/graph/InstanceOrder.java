package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.instance.Instance;
import org.jspecify.annotations.Nullable;

/** An order of instances: some keys, then their creation, so that no two are equal. */
record InstanceOrder(List<Key> keys) implements Comparator<Instance> {

    static final InstanceOrder CREATION = new InstanceOrder(List.of());

    record Key(Accessor property, boolean descending, boolean nullsFirst) {

        int compare(@Nullable Object left, @Nullable Object right) {
            if (left == null || right == null) {
                int nullIsLast = left == right ? 0 : left == null ? 1 : -1;
                return nullsFirst ? -nullIsLast : nullIsLast;
            }
            int difference = Values.compare(left, right);
            return descending ? -difference : difference;
        }
    }

    /** @throws ApiError 400 for unknown properties and words */
    static InstanceOrder parse(JsonNode sort, PropertyPaths paths) {
        if (sort.isMissingNode() || sort.isNull()) {
            return CREATION;
        }
        if (!sort.isArray() || sort.size() > GraphLimits.MAX_SORT_KEYS) {
            throw ApiError.badRequest("sort must be a list of at most " + GraphLimits.MAX_SORT_KEYS + " keys");
        }
        List<Key> keys = new ArrayList<>();
        for (JsonNode key : sort) {
            Accessor property = paths.find(key.path("property"));
            if (property.type().isList()) {
                throw ApiError.badRequest("sort: " + property.name() + " is a list");
            }
            String direction = key.path("direction").asText("ascending");
            boolean descending = switch (direction) {
                case "ascending" -> false;
                case "descending" -> true;
                default ->
                    throw ApiError.badRequest("sort: direction must be ascending or descending, got " + direction);
            };
            keys.add(new Key(property, descending, key.path("nullsFirst").asBoolean()));
        }
        return new InstanceOrder(List.copyOf(keys));
    }

    boolean isByCreation() {
        return keys.isEmpty();
    }

    @Override
    public int compare(Instance left, Instance right) {
        for (Key key : keys) {
            int difference = key.compare(key.property().of(left), key.property().of(right));
            if (difference != 0) {
                return difference;
            }
        }
        return Long.compare(left.serial(), right.serial());
    }

    /** Where an instance stands, as it is kept in a cursor: the values of the keys, then the serial. */
    void writePlace(Instance instance, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Key key : keys) {
            Object value = key.property().of(instance);
            if (value == null) {
                out.writeNull();
            } else {
                key.property().type().write(value, out);
            }
        }
        out.writeNumber(instance.serial());
        out.writeEndArray();
    }

    /** Compares instances with a place. */
    ToIntFunction<Instance> at(String place) {
        JsonNode json = Json.value(place);
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Accessor property = keys.get(i).property();
            JsonNode value = json.path(i);
            values.add(value.isNull() ? null : property.type().comparable(value, property.name()));
        }
        long serial = json.path(keys.size()).longValue();
        return instance -> {
            for (int i = 0; i < keys.size(); i++) {
                Key key = keys.get(i);
                int difference = key.compare(key.property().of(instance), values.get(i));
                if (difference != 0) {
                    return difference;
                }
            }
            return Long.compare(instance.serial(), serial);
        };
    }
}
