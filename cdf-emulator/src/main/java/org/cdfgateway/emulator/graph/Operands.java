package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.model.ValueType;
import org.jspecify.annotations.Nullable;

/** What properties are compared with: plain values, parameters of the request, other properties. */
final class Operands {

    private final Snapshot snapshot;
    private final PropertyPaths paths;

    Operands(Snapshot snapshot, PropertyPaths paths) {
        this.snapshot = snapshot;
        this.paths = paths;
    }

    /** @param of the property it is compared with, which says how to read it */
    Function<Instance, @Nullable Object> operand(JsonNode json, Accessor of) {
        if (json.isObject() && json.size() == 1 && json.has("property")) {
            return paths.find(json.path("property")).getter();
        }
        Object constant = constant(json, of);
        return instance -> constant;
    }

    Object constant(JsonNode json, Accessor of) {
        JsonNode value = parameterOr(json);
        if (value.isNull()) {
            throw ApiError.badRequest("Filters cannot compare " + of.name() + " with null; use exists");
        }
        if (of.type().isList() && value.isArray()) {
            List<Object> list = new ArrayList<>();
            value.forEach(element -> list.add(single(element, of)));
            return list;
        }
        return single(value, of);
    }

    /** All constants of a list, or of a parameter that is one. */
    List<Object> constants(JsonNode json, Accessor of) {
        JsonNode values = parameterOr(json);
        if (!values.isArray() || values.size() > GraphLimits.MAX_FILTER_VALUES) {
            throw ApiError.badRequest("values of a filter on " + of.name() + " must be a list of at most "
                    + GraphLimits.MAX_FILTER_VALUES);
        }
        List<Object> constants = new ArrayList<>(values.size());
        values.forEach(value -> constants.add(single(parameterOr(value), of)));
        return constants;
    }

    private JsonNode parameterOr(JsonNode json) {
        if (!json.isObject() || json.size() != 1 || !json.has("parameter")) {
            return json;
        }
        String name = json.path("parameter").asText();
        JsonNode value = snapshot.parameters().get(name);
        if (value == null) {
            throw ApiError.badRequest("Unknown parameter '" + name + "'");
        }
        return value;
    }

    /** Times of instances may also be given as milliseconds, as they are in answers. */
    private static Object single(JsonNode json, Accessor of) {
        boolean isMillis = of.type().value() == ValueType.TIMESTAMP && json.isIntegralNumber();
        return isMillis ? (Object) json.longValue() : of.type().comparable(json, of.name());
    }
}
