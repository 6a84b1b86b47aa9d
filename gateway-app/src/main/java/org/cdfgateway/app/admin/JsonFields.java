package org.cdfgateway.app.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object in a request. Every getter throws {@link ApiException} that names the field by its path;
 * values are never shown.
 */
final class JsonFields {

    private final String path;
    private final JsonNode node;

    private JsonFields(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    static JsonFields of(String path, @Nullable JsonNode node) {
        if (node == null || !node.isObject()) {
            throw ApiException.invalid(path + ": " + found(node) + " (expected: an object)");
        }
        return new JsonFields(path, node);
    }

    /** Refuses every field that is not named here. */
    JsonFields only(String... known) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!List.of(known).contains(name)) {
                throw ApiException.invalid(
                        path + ": unknown field \"" + name + "\" (expected: " + String.join(", ", known) + ")");
            }
        }
        return this;
    }

    /** The objects of an array that holds {@code least} to {@code most} of them. */
    List<JsonFields> objects(String name, int least, int most) {
        JsonNode array = node.get(name);
        String expected = least == most ? "exactly " + least : least + " to " + most;
        if (array == null || !array.isArray()) {
            throw ApiException.invalid(
                    pathOf(name) + ": " + found(array) + " (expected: an array of " + expected + " objects)");
        }
        if (array.size() < least || array.size() > most) {
            throw ApiException.invalid("Request must contain " + expected + " item" + (most == 1 ? "" : "s")
                    + " in request body, found " + array.size());
        }
        return IntStream.range(0, array.size())
                .mapToObj(i -> of(pathOf(name) + "[" + i + "]", array.get(i)))
                .toList();
    }

    /** Whether the field is there and not null. */
    boolean has(String name) {
        return node.hasNonNull(name);
    }

    int integer(String name, int least, int most, int byDefault) {
        if (!has(name)) {
            return byDefault;
        }
        JsonNode value = node.get(name);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            String found = value.isNumber() ? value.asText() : found(value);
            throw ApiException.invalid(
                    pathOf(name) + ": " + found + " (expected: a number from " + least + " to " + most + ")");
        }
        return value.intValue();
    }

    /** False when it is not there. */
    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        JsonNode value = node.get(name);
        if (!value.isBoolean()) {
            throw ApiException.invalid(pathOf(name) + ": " + found(value) + " (expected: true or false)");
        }
        return value.booleanValue();
    }

    /** The names of the fields, in the order of the document. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Where the object is in the request, for messages. */
    String path() {
        return path;
    }

    JsonFields object(String name) {
        return of(pathOf(name), node.get(name));
    }

    /** A text that is not empty; empty when the field is not there. */
    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** A text that is not empty. */
    String text(String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isTextual() || value.textValue().isEmpty()) {
            throw ApiException.invalid(pathOf(name) + ": " + found(value) + " (expected: a text)");
        }
        return value.textValue();
    }

    String pathOf(String name) {
        return path.equals("body") ? name : path + "." + name;
    }

    private static String found(@Nullable JsonNode value) {
        if (value == null || value.isMissingNode()) {
            return "missing";
        }
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> value.textValue().isEmpty() ? "an empty text" : "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "something else";
        };
    }
}
