package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * The type of a property: reference/cdf-api-data.md section 11.3.
 *
 * @param maxList elements of a list, 1 for single values
 * @param maxTextBytes of a text in UTF-8
 * @param unit external id of the unit of a float, null when it has none
 * @param container where the targets of a direct relation must have values, null for any node
 * @param enumValues by name, so that each is in memory once; empty for other types
 * @param unknownValue the enum value that cannot be written
 */
public record PropertyType(
        ValueType value,
        boolean isList,
        int maxList,
        int maxTextBytes,
        @Nullable String unit,
        @Nullable DefinitionId container,
        Map<String, String> enumValues,
        @Nullable String unknownValue) {

    /** @param type in the form of {@link TypeShapes} */
    static PropertyType of(JsonNode type) {
        ValueType value = ValueType.of(type.path("type").asText());
        boolean isList = type.path("list").asBoolean();
        int usualMax = value == ValueType.DIRECT ? ModelLimits.DIRECT_LIST : ModelLimits.LIST;
        Map<String, String> enumValues = new HashMap<>();
        type.path("values").fieldNames().forEachRemaining(name -> enumValues.put(name, name));
        return new PropertyType(
                value,
                isList,
                isList ? type.path("maxListSize").asInt(usualMax) : 1,
                type.path("maxTextSize").asInt(ModelLimits.TEXT_BYTES),
                type.path("unit").path("externalId").textValue(),
                type.has("container") ? DefinitionId.of(type.path("container")) : null,
                enumValues,
                type.path("unknownValue").textValue());
    }

    /** The type of properties that have one value and no limits. */
    public static PropertyType single(ValueType value) {
        return new PropertyType(value, false, 1, Integer.MAX_VALUE, null, null, Map.of(), null);
    }

    /**
     * @return the value in memory; a {@code List} for lists
     * @throws ApiError 400 for a value of another type and beyond the limits
     */
    public Object read(JsonNode json, String property) {
        if (!isList) {
            return single(json, property);
        }
        if (!json.isArray()) {
            throw invalid(property, "expected a list of values, got " + json);
        }
        if (json.size() > maxList) {
            throw invalid(property, "a list can have at most " + maxList + " values, got " + json.size());
        }
        List<Object> values = new ArrayList<>(json.size());
        long bytes = 0;
        for (JsonNode element : json) {
            Object read = single(element, property);
            values.add(read);
            bytes += read instanceof String text ? Utf8.length(text) : 0;
        }
        long maxBytes = value == ValueType.JSON ? ModelLimits.JSON_BYTES : ModelLimits.TEXT_BYTES;
        if (bytes > maxBytes) {
            throw invalid(property, "a list can have at most " + maxBytes + " bytes, got " + bytes);
        }
        return List.copyOf(values);
    }

    /** Reads one element of a list, or a single value. */
    public Object single(JsonNode json, String property) {
        Object read = value.read(json);
        if (read == null) {
            throw invalid(property, "expected " + value.expected() + ", got " + json);
        }
        return switch (value) {
            case TEXT -> text((String) read, property);
            case ENUM -> enumValue((String) read, property);
            case JSON -> JsonLimits.check(json, (String) read, property);
            default -> read;
        };
    }

    /**
     * Reads a value to compare stored ones with, which may be one that could not be stored.
     *
     * @throws ApiError 400 for a value of another type
     */
    public Object comparable(JsonNode json, String property) {
        boolean isLong = value == ValueType.INT32 && json.isIntegralNumber() && json.canConvertToLong();
        Object read = isLong ? (Object) json.longValue() : value.read(json);
        if (read == null) {
            throw invalid(property, "expected " + value.expected() + ", got " + json);
        }
        return read;
    }

    private String text(String text, String property) {
        int bytes = Utf8.length(text);
        if (bytes > maxTextBytes) {
            throw invalid(property, "a text can have at most " + maxTextBytes + " bytes, got " + bytes);
        }
        return text;
    }

    private String enumValue(String name, String property) {
        String known = enumValues.get(name);
        if (known == null || name.equals(unknownValue)) {
            throw invalid(
                    property,
                    "expected one of " + enumValues.keySet().stream().sorted().toList() + ", got \"" + name + "\"");
        }
        return known;
    }

    static ApiError invalid(String property, String what) {
        return ApiError.badRequest("Invalid value for property '" + property + "': " + what);
    }

    public void write(Object stored, JsonGenerator out) throws IOException {
        if (stored instanceof List<?> list) {
            out.writeStartArray();
            for (Object element : list) {
                value.write(element, out);
            }
            out.writeEndArray();
        } else {
            value.write(stored, out);
        }
    }
}
