package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.schema.Field;

/** Criteria of extraction pipelines and their runs. */
public final class RecordCriteria {

    private static final int MAX_ELEMENTS = 1000;

    private RecordCriteria() {}

    /** A text that is equal, or none at all for the word that asks for that. */
    public static Criterion textOrNone(Field field, String none) {
        return (value, path, related) -> {
            String wanted = FilterValues.text(value, path, 0, 255);
            return item -> wanted.equals(none) ? field.of(item) == null : wanted.equals(field.textOf(item));
        };
    }

    /** <code>{"substring": "text"}</code>, in any case. */
    public static Criterion substring(Field field) {
        return (value, path, related) -> {
            String wanted = FilterValues.text(value.path("substring"), path + ".substring", 0, 255)
                    .toLowerCase(Locale.ROOT);
            return item -> {
                String text = field.textOf(item);
                return text != null && text.toLowerCase(Locale.ROOT).contains(wanted);
            };
        };
    }

    /** Some objects, for each of which the field has one with these members. */
    public static Criterion allContained(Field field) {
        return (value, path, related) -> {
            List<Set<Map.Entry<String, JsonNode>>> wanted = new ArrayList<>();
            for (JsonNode one : FilterValues.elements(value, path, MAX_ELEMENTS)) {
                wanted.add(one.properties());
            }
            return item -> field.of(item) instanceof List<?> actual
                    && wanted.stream().allMatch(one -> actual.stream().anyMatch(object -> has(object, one)));
        };
    }

    private static boolean has(Object object, Set<Map.Entry<String, JsonNode>> members) {
        Map<?, ?> values = (Map<?, ?>) object;
        return members.stream()
                .allMatch(member -> String.valueOf(values.get(member.getKey()))
                        .equals(member.getValue().asText()));
    }
}
