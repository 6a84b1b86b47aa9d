package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.model.View;
import org.cdfgateway.emulator.model.ViewProperty;

/**
 * The words of a search and where they are looked for. A word is found where a word begins with it.
 *
 * @param all whether all words must be found, and not just one
 */
record SearchTerms(List<String> words, List<Accessor> properties, boolean all) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * @param body with {@code query}, {@code properties} and {@code operator}
     * @throws ApiError 400 for unknown properties, properties that are no texts, and unknown operators
     */
    static SearchTerms parse(JsonNode body, View view) {
        List<Accessor> properties = new ArrayList<>();
        if (body.has("properties")) {
            for (JsonNode name : body.path("properties")) {
                Accessor property = PropertyPaths.ofView(view, name.asText());
                if (!property.type().value().isText()) {
                    throw ApiError.badRequest("Cannot search in '" + property.name() + "': it is no text");
                }
                properties.add(property);
            }
        } else {
            for (ViewProperty property : view.properties().values()) {
                if (property.target().type().value().isText()) {
                    properties.add(PropertyPaths.ofView(view, property.name()));
                }
            }
        }
        String operator = body.path("operator").asText("OR");
        if (!operator.equals("OR") && !operator.equals("AND")) {
            throw ApiError.badRequest("operator must be OR or AND, got " + operator);
        }
        return new SearchTerms(words(body.path("query").asText("")), properties, operator.equals("AND"));
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** How many of the words occur, whole ones counted twice; 0 when the instance does not fit, 1 when nothing is asked. */
    int relevance(Instance instance) {
        if (words.isEmpty()) {
            return 1;
        }
        List<String> found = new ArrayList<>();
        for (Accessor property : properties) {
            Object value = property.of(instance);
            if (value instanceof List<?> list) {
                list.forEach(each -> found.addAll(words(each.toString())));
            } else if (value != null) {
                found.addAll(words(value.toString()));
            }
        }
        int relevance = 0;
        for (String word : words) {
            if (found.contains(word)) {
                relevance += 2;
            } else if (found.stream().anyMatch(each -> each.startsWith(word))) {
                relevance++;
            } else if (all) {
                return 0;
            }
        }
        return relevance;
    }
}
