package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/**
 * What {@code search} of one resource understands: texts for fields, or for all of them together. A part of a word is
 * enough, in any case; there is no relevance. Filled once, then only read.
 */
public final class SearchRules {

    public static final SearchRules NONE = new SearchRules();

    /** How many of the words must occur. */
    public enum Words {
        ALL,
        ANY
    }

    private static final String QUERY = "query";

    private final Map<Field, Integer> fields = new LinkedHashMap<>();
    private int maxQuery;
    private Words words = Words.ALL;

    /** @param max characters */
    public SearchRules with(Field field, int max) {
        fields.put(field, max);
        return this;
    }

    /** Lets requests search all fields at once. */
    public SearchRules query(int max, Words occurring) {
        maxQuery = max;
        words = occurring;
        return this;
    }

    /**
     * @param search missing or null matches everything
     * @throws ApiError 400 for unknown fields and wrong values
     */
    public Predicate<Item> compile(JsonNode search) {
        if (search.isMissingNode() || search.isNull()) {
            return item -> true;
        }
        if (!search.isObject()) {
            throw Violations.wrongType("search", "object", search);
        }
        Predicate<Item> all = item -> true;
        for (Map.Entry<String, JsonNode> term : search.properties()) {
            if (!term.getValue().isNull()) {
                all = all.and(term(term.getKey(), term.getValue()));
            }
        }
        return all;
    }

    private Predicate<Item> term(String name, JsonNode value) {
        if (name.equals(QUERY) && maxQuery > 0) {
            String text = FilterValues.text(value, "search.query", 1, maxQuery);
            return containing(text, List.copyOf(fields.keySet()), words);
        }
        for (Map.Entry<Field, Integer> field : fields.entrySet()) {
            if (field.getKey().name().equals(name)) {
                String text = FilterValues.text(value, "search." + name, 0, field.getValue());
                return containing(text, List.of(field.getKey()), Words.ALL);
            }
        }
        throw ApiError.badRequest("Unknown property search." + name);
    }

    private static Predicate<Item> containing(String text, List<Field> fields, Words occurring) {
        List<String> wanted =
                Arrays.asList(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
        return item -> {
            StringBuilder all = new StringBuilder();
            fields.forEach(field -> append(field.textOf(item), all));
            String lower = all.toString().toLowerCase(Locale.ROOT);
            return occurring == Words.ALL
                    ? wanted.stream().allMatch(lower::contains)
                    : wanted.stream().anyMatch(lower::contains);
        };
    }

    private static void append(@Nullable String text, StringBuilder all) {
        if (text != null) {
            all.append(' ').append(text);
        }
    }
}
