package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.model.View;
import org.jspecify.annotations.Nullable;

/**
 * One of the {@code aggregates} that a request asks for.
 *
 * @param property null to count instances
 */
record AggregateDefinition(String word, @Nullable Accessor property, UnitChoice unit, double interval) {

    /** @throws ApiError 400 for unknown functions and properties that are no numbers */
    static AggregateDefinition parse(JsonNode json, View view, UnitChoices units) {
        if (!json.isObject() || json.size() != 1) {
            throw ApiError.badRequest("An aggregate must be an object with exactly one key, got " + json);
        }
        Map.Entry<String, JsonNode> only = json.properties().iterator().next();
        String word = only.getKey();
        JsonNode name = only.getValue().path("property");
        if (word.equals("count")) {
            Accessor counted = name.isTextual() ? PropertyPaths.ofViewOrInstance(view, name.asText()) : null;
            return new AggregateDefinition(word, counted, UnitChoice.AS_STORED, 0);
        }
        Accessor property = PropertyPaths.ofView(view, name.asText());
        if (!property.type().value().isNumber() || property.type().isList()) {
            throw ApiError.badRequest(word + ": " + property.name() + " is no number");
        }
        double interval = only.getValue().path("interval").asDouble();
        if (word.equals("histogram") && !(interval > 0)) {
            throw ApiError.badRequest("histogram: interval must be greater than 0");
        }
        AggregateDefinition definition = new AggregateDefinition(word, property, units.of(property.name()), interval);
        definition.begin();
        return definition;
    }

    /** An aggregate of nothing yet. */
    Aggregate begin() {
        String name = property == null ? null : property.name();
        if (name == null || word.equals("count")) {
            return Aggregate.count(name);
        }
        return switch (word) {
            case "sum" -> Aggregate.sum(name);
            case "avg" -> Aggregate.avg(name);
            case "min" -> Aggregate.extreme(word, name, -1);
            case "max" -> Aggregate.extreme(word, name, 1);
            case "histogram" -> Aggregate.histogram(name, interval);
            default ->
                throw ApiError.badRequest(
                        "Unknown aggregate '" + word + "'. Expected one of avg, count, histogram, max, min, sum");
        };
    }

    /** Adds what the instance has; instances without a value do not count. */
    void add(Instance instance, Aggregate aggregate) {
        Accessor of = property;
        if (of == null) {
            aggregate.add(null);
            return;
        }
        Object value = of.of(instance);
        if (value != null) {
            aggregate.add(unit.converted(value));
        }
    }
}
