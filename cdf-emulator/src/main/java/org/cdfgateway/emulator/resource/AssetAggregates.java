package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;

/** {@code childCount}, {@code depth} and {@code path} of assets, for those who ask for them. */
final class AssetAggregates {

    private static final Set<String> KNOWN = Set.of("childCount", "depth", "path");

    private final ItemStore assets;
    private final AssetTree tree;

    AssetAggregates(ItemStore assets, AssetTree tree) {
        this.assets = assets;
        this.tree = tree;
    }

    /** @throws ApiError 400 for unknown names */
    ItemWriter.Extra chosenBy(ObjectNode body) {
        Set<String> chosen = new HashSet<>();
        for (JsonNode name : body.path("aggregatedProperties")) {
            chosen.add(name.asText());
        }
        if (!KNOWN.containsAll(chosen)) {
            throw ApiError.badRequest("aggregatedProperties must be among " + KNOWN + ", got " + chosen);
        }
        return chosen.isEmpty() ? ItemWriter.Extra.NONE : (item, out) -> write(item, chosen, out);
    }

    private void write(Item item, Set<String> chosen, JsonGenerator out) throws IOException {
        Deque<Long> path = new ArrayDeque<>();
        for (Item above = item; above != null; ) {
            path.addFirst(above.id());
            Long parentId = AssetSchema.PARENT_ID.numberOf(above);
            above = parentId == null ? null : assets.find(parentId);
        }
        out.writeObjectFieldStart("aggregates");
        if (chosen.contains("childCount")) {
            out.writeNumberField("childCount", tree.of(item.id()).length);
        }
        if (chosen.contains("depth")) {
            out.writeNumberField("depth", path.size() - 1);
        }
        if (chosen.contains("path")) {
            out.writeArrayFieldStart("path");
            for (Long id : path) {
                out.writeStartObject();
                out.writeNumberField("id", id);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }
}
