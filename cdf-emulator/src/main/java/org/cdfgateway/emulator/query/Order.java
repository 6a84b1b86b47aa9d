package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/** An order of items: some keys, then the id, so that no two items are equal. */
public record Order(List<SortKey> keys) implements Comparator<Item> {

    private static final int MAX_KEYS = 2;

    public Order {
        keys = List.copyOf(keys);
    }

    /**
     * Reads {@code [{"property": ["name"], "order": "desc", "nulls": "last"}]}; events may also say {@code "name:desc"}.
     *
     * @throws ApiError 400 for unknown properties and words
     */
    static Order parse(JsonNode sort, Properties sortable) {
        if (!sort.isArray() || sort.isEmpty() || sort.size() > MAX_KEYS) {
            throw ApiError.badRequest("sort size must be between 1 and " + MAX_KEYS);
        }
        List<SortKey> keys = new ArrayList<>();
        for (JsonNode key : sort) {
            keys.add(parseKey(key.isTextual() ? longForm(key.textValue()) : key, sortable));
        }
        return new Order(keys);
    }

    private static JsonNode longForm(String shortForm) {
        int colon = shortForm.indexOf(':');
        var key = Json.newObject();
        key.putArray("property").add(colon < 0 ? shortForm : shortForm.substring(0, colon));
        if (colon >= 0) {
            key.put("order", shortForm.substring(colon + 1));
        }
        return key;
    }

    private static SortKey parseKey(JsonNode key, Properties sortable) {
        Property property = sortable.find(key.path("property"));
        String order = word(key, "order", property.name().equals("_score_") ? "desc" : "asc");
        String nulls = word(key, "nulls", "auto");
        boolean descending = switch (order) {
            case "asc" -> false;
            case "desc" -> true;
            default -> throw ApiError.badRequest("sort: order must be asc or desc, got " + order);
        };
        // A missing value counts as larger than any other.
        boolean nullsFirst = switch (nulls) {
            case "auto" -> descending;
            case "first" -> true;
            case "last" -> false;
            default -> throw ApiError.badRequest("sort: nulls must be first, last or auto, got " + nulls);
        };
        return new SortKey(property, descending, nullsFirst);
    }

    private static String word(JsonNode key, String name, String absent) {
        JsonNode word = key.path(name);
        if (word.isNull()) {
            throw ApiError.badRequest("sort: " + name + " must not be null");
        }
        return word.isMissingNode() ? absent : word.asText();
    }

    @Override
    public int compare(Item left, Item right) {
        for (SortKey key : keys) {
            int difference = key.compare(key.property().of(left), key.property().of(right));
            if (difference != 0) {
                return difference;
            }
        }
        return Long.compare(left.id(), right.id());
    }

    /** Where an item stands, as it is kept in a cursor: the values of the keys, then the id. */
    ArrayNode placeOf(Item item) {
        ArrayNode place = Json.newObject().putArray("place");
        for (SortKey key : keys) {
            Object value = key.property().of(item);
            if (value == null) {
                place.addNull();
            } else if (value instanceof Long number) {
                place.add(number);
            } else if (value instanceof Boolean flag) {
                place.add(flag);
            } else {
                place.add(value.toString());
            }
        }
        return place.add(item.id());
    }

    /** Compares items with a place. */
    ToIntFunction<Item> at(JsonNode place) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(scalar(place.path(i)));
        }
        long id = place.path(keys.size()).longValue();
        return item -> {
            for (int i = 0; i < keys.size(); i++) {
                SortKey key = keys.get(i);
                int difference = key.compare(key.property().of(item), values.get(i));
                if (difference != 0) {
                    return difference;
                }
            }
            return Long.compare(item.id(), id);
        };
    }

    private static @Nullable Object scalar(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.longValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isTextual() ? value.textValue() : null;
    }
}
