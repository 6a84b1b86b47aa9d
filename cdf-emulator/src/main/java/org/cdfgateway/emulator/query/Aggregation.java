package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.query.Groups.Group;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;

/** Counts and groups items (reference/cdf-api-resources.md section 1.12). */
public final class Aggregation {

    private final ObjectNode body;
    private final ListRules rules;
    private final Related related;
    private final ItemStore.Index index;

    private Aggregation(ObjectNode body, ListRules rules, Related related, ItemStore.Index index) {
        this.body = body;
        this.rules = rules;
        this.related = related;
        this.index = index;
    }

    /** @throws ApiError 400 for aggregates and properties that the resource does not have */
    public static Json.Writing answer(ObjectNode body, ListRules rules, Related related, ItemStore.Index index) {
        Aggregation aggregation = new Aggregation(body, rules, related, index);
        AggregateRules aggregates = rules.aggregates();
        return aggregates == null ? aggregation.plainCount() : aggregation.any(aggregates);
    }

    private Json.Writing plainCount() {
        if (!body.path("aggregate").asText("count").equals("count")) {
            throw ApiError.badRequest("This resource knows the aggregate count only");
        }
        return number(count(item -> true));
    }

    private Json.Writing any(AggregateRules aggregates) {
        String name = body.path("aggregate").asText(body.has("fields") ? "uniqueValues" : "count");
        if (name.equals("count") && body.hasNonNull("aggregateFilter")) {
            throw ApiError.badRequest("aggregateFilter cannot be used with count");
        }
        return switch (name) {
            case "count" -> {
                if (body.path("properties").isEmpty()) {
                    yield number(count(item -> true));
                }
                Property property = property(aggregates);
                yield number(count(item -> FilterLeaves.exists(property.of(item))));
            }
            case "cardinalityValues" -> number(values(aggregates).size());
            case "cardinalityProperties" -> number(keys(aggregates).size());
            case "uniqueValues" -> GroupWriting.values(values(aggregates), aggregates, body.has("fields"));
            case "uniqueProperties" -> GroupWriting.keys(keys(aggregates));
            case "metadataKeys", "metadataValues" -> {
                if (!aggregates.deprecated().contains(name)) {
                    throw unknown(name);
                }
                yield GroupWriting.values(
                        name.equals("metadataKeys") ? keys(aggregates) : valuesOfKeys(aggregates), aggregates, true);
            }
            default -> throw unknown(name);
        };
    }

    private static ApiError unknown(String aggregate) {
        return ApiError.badRequest("Unknown aggregate: " + aggregate);
    }

    private List<Group> values(AggregateRules aggregates) {
        Property property = property(aggregates);
        return grouped(aggregates, groups -> visit(matching(), item -> groups.addValues(item, property)));
    }

    private List<Group> keys(AggregateRules aggregates) {
        JsonNode path = body.path("path");
        boolean isMetadata = path.size() == 1 && path.path(0).asText().equals("metadata");
        boolean isDefault = path.isMissingNode() && aggregates.isFolded();
        if (!isMetadata && !isDefault) {
            throw ApiError.badRequest("path must be [\"metadata\"], got " + path);
        }
        Property metadata = aggregates.properties().named("metadata");
        return grouped(aggregates, groups -> visit(matching(), item -> groups.addKeys(item, metadata)));
    }

    private List<Group> valuesOfKeys(AggregateRules aggregates) {
        List<Property> values = FilterValues.elements(body.path("keys"), "keys", 1).stream()
                .map(key -> aggregates
                        .properties()
                        .find(Json.newObject().putArray("path").add("metadata").add(key)))
                .toList();
        return grouped(
                aggregates,
                groups -> visit(matching(), item -> values.forEach(value -> groups.addValues(item, value))));
    }

    private List<Group> grouped(AggregateRules aggregates, Consumer<Groups> filling) {
        Predicate<Object> filter = GroupFilter.compile(body.path("aggregateFilter"), aggregates);
        Groups groups = new Groups(aggregates.isFolded());
        filling.accept(groups);
        return groups.passing(filter);
    }

    private Property property(AggregateRules aggregates) {
        JsonNode fields = body.path("fields");
        if (fields.size() == 1) {
            return aggregates.properties().find(fields);
        }
        JsonNode properties = body.path("properties");
        if (!properties.isArray() || properties.size() != 1) {
            throw ApiError.badRequest("properties size must be between 1 and 1");
        }
        return aggregates.properties().find(properties.path(0).path("property"));
    }

    private long count(Predicate<Item> more) {
        boolean isRestricted =
                rules.filter().isPartial() || body.hasNonNull("filter") || body.hasNonNull("advancedFilter");
        if (!isRestricted && body.path("properties").isEmpty()) {
            return index.size();
        }
        long[] count = {0};
        visit(matching().and(more), item -> count[0]++);
        return count[0];
    }

    private Predicate<Item> matching() {
        return Listing.matching(body, rules, related);
    }

    private void visit(Predicate<Item> matching, Consumer<Item> visitor) {
        index.byId().forEach(item -> {
            if (matching.test(item)) {
                visitor.accept(item);
            }
            return true;
        });
    }

    private static Json.Writing number(long count) {
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            out.writeStartObject();
            out.writeNumberField("count", count);
            out.writeEndObject();
            out.writeEndArray();
            out.writeEndObject();
        };
    }
}
