package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;

/** Counting items. Other aggregates are refused. */
public final class Aggregation {

    private Aggregation() {}

    /**
     * @param body may name, under {@code properties}, a property whose values are counted instead of the items
     * @throws ApiError 400 for other aggregates than {@code count}
     */
    public static long count(ObjectNode body, ListRules rules, Related related, ItemStore.Index index) {
        String aggregate = body.path("aggregate").asText("count");
        if (!aggregate.equals("count")) {
            throw ApiError.badRequest("The emulator knows the aggregate count only, not " + aggregate);
        }
        boolean isRestricted =
                rules.filter().isPartial() || body.hasNonNull("filter") || body.hasNonNull("advancedFilter");
        JsonNode properties = body.path("properties");
        if (!isRestricted && properties.isEmpty()) {
            return index.size();
        }
        Predicate<Item> matching = Listing.matching(body, rules, related);
        if (!properties.isEmpty() && rules.sortable() != null) {
            var property = rules.sortable().find(properties.path(0).path("property"));
            matching = matching.and(item -> property.of(item) != null);
        }
        return count(matching, index);
    }

    private static long count(Predicate<Item> matching, ItemStore.Index index) {
        long[] count = {0};
        index.byId().forEach(item -> {
            if (matching.test(item)) {
                count[0]++;
            }
            return true;
        });
        return count[0];
    }
}
