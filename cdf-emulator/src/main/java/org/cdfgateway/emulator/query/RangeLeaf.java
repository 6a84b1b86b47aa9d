package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;

/** The leaf <code>{"range": {"property": P, "gt"|"gte": a, "lt"|"lte": b}}</code>. */
final class RangeLeaf {

    private RangeLeaf() {}

    static Predicate<Object> compile(JsonNode leaf, Function<JsonNode, Object> scalar) {
        if ((leaf.has("gt") && leaf.has("gte")) || (leaf.has("lt") && leaf.has("lte"))) {
            throw ApiError.badRequest("advancedFilter: range takes one of gt and gte, and one of lt and lte");
        }
        Predicate<Object> inRange = value -> true;
        int bounds = 0;
        for (String name : new String[] {"gt", "gte", "lt", "lte"}) {
            if (leaf.has(name)) {
                inRange = inRange.and(bound(name, scalar.apply(leaf.get(name))));
                bounds++;
            }
        }
        if (bounds == 0) {
            throw ApiError.badRequest("advancedFilter: range needs at least one bound");
        }
        return inRange;
    }

    private static Predicate<Object> bound(String name, Object bound) {
        return switch (name) {
            case "gt" -> value -> SortKey.compareValues(value, bound) > 0;
            case "gte" -> value -> SortKey.compareValues(value, bound) >= 0;
            case "lt" -> value -> SortKey.compareValues(value, bound) < 0;
            default -> value -> SortKey.compareValues(value, bound) <= 0;
        };
    }
}
