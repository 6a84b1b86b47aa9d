package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;

/** The parameters of {@code GET} lists, as parts of the body that {@code POST .../list} takes. */
final class QueryParameters {

    private static final int MAX_LIMIT = 1000;

    private enum Form {
        TEXT,
        NUMBER,
        FLAG,
        /** A JSON array in the parameter. */
        ARRAY,
        /** A JSON array of ids, each of which becomes <code>{"id": 1}</code>. */
        IDS,
        /** A JSON array of external ids, each of which becomes <code>{"externalId": "a"}</code>. */
        EXTERNAL_IDS
    }

    private record Target(Form form, List<String> path) {}

    private final Map<String, Target> targets = new LinkedHashMap<>();
    private int defaultLimit = 100;

    /** For requests that have none; otherwise the default of {@code POST .../list} counts. */
    QueryParameters defaultLimit(int limit) {
        this.defaultLimit = limit;
        return this;
    }

    QueryParameters text(String... names) {
        return filters(Form.TEXT, names);
    }

    QueryParameters flag(String... names) {
        return filters(Form.FLAG, names);
    }

    QueryParameters array(String... names) {
        return filters(Form.ARRAY, names);
    }

    private QueryParameters filters(Form form, String... names) {
        for (String name : names) {
            targets.put(name, new Target(form, List.of("filter", name)));
        }
        return this;
    }

    /** {@code minCreatedTime} and {@code maxCreatedTime} for {@code createdTime}. */
    QueryParameters range(String... names) {
        for (String name : names) {
            String capitalized = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            targets.put("min" + capitalized, new Target(Form.NUMBER, List.of("filter", name, "min")));
            targets.put("max" + capitalized, new Target(Form.NUMBER, List.of("filter", name, "max")));
        }
        return this;
    }

    /** {@code idsName} and {@code externalIdsName}, both of which fill the filter {@code name} with references. */
    QueryParameters references(String name, String idsName, String externalIdsName) {
        targets.put(idsName, new Target(Form.IDS, List.of("filter", name)));
        targets.put(externalIdsName, new Target(Form.EXTERNAL_IDS, List.of("filter", name)));
        return this;
    }

    /** @throws ApiError 400 for values of a wrong form; unknown parameters are ignored */
    ObjectNode toBody(Map<String, String> parameters) {
        ObjectNode body = Json.newObject();
        parameters.forEach((name, text) -> {
            Target target = targets.get(name);
            if (target != null) {
                put(body, target.path(), value(target.form(), name, text));
            }
        });
        copy(parameters, "cursor", body);
        copy(parameters, "partition", body);
        if (parameters.containsKey("sort")) {
            body.putArray("sort").add(parameters.get("sort"));
        }
        String limit = parameters.get("limit");
        body.put("limit", limit == null ? defaultLimit : (int) Math.min(MAX_LIMIT, number("limit", limit)));
        return body;
    }

    private static void copy(Map<String, String> parameters, String name, ObjectNode body) {
        String text = parameters.get(name);
        if (text != null && !text.isEmpty()) {
            body.put(name, text);
        }
    }

    private static void put(ObjectNode body, List<String> path, JsonNode value) {
        ObjectNode parent = body;
        for (String name : path.subList(0, path.size() - 1)) {
            parent = parent.withObjectProperty(name);
        }
        String last = path.get(path.size() - 1);
        if (parent.get(last) instanceof ArrayNode others && value instanceof ArrayNode more) {
            others.addAll(more);
        } else {
            parent.set(last, value);
        }
    }

    private static JsonNode value(Form form, String name, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (form) {
            case TEXT -> json.textNode(text);
            case NUMBER -> json.numberNode(number(name, text));
            case FLAG -> json.booleanNode(Boolean.parseBoolean(text));
            case ARRAY -> array(name, text);
            case IDS -> references("id", array(name, text));
            case EXTERNAL_IDS -> references("externalId", array(name, text));
        };
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiError.badRequest(name + " must be a number, got " + text);
        }
    }

    private static JsonNode array(String name, String text) {
        JsonNode array = Json.value(text);
        if (!array.isArray()) {
            throw ApiError.badRequest(name + " must be a JSON array, got " + text);
        }
        return array;
    }

    private static JsonNode references(String key, JsonNode values) {
        List<JsonNode> references = new ArrayList<>();
        values.forEach(value -> references.add(Json.newObject().set(key, value)));
        return JsonNodeFactory.instance.arrayNode().addAll(Collections.unmodifiableList(references));
    }
}
