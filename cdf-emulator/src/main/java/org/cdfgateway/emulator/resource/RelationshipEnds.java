package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.resource.RelationshipSchema.SOURCE_EXTERNAL_ID;
import static org.cdfgateway.emulator.resource.RelationshipSchema.SOURCE_TYPE;
import static org.cdfgateway.emulator.resource.RelationshipSchema.TARGET_EXTERNAL_ID;
import static org.cdfgateway.emulator.resource.RelationshipSchema.TARGET_TYPE;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;

/** {@code source} and {@code target} of relationships, for those who ask for them and may read them. */
final class RelationshipEnds {

    /** What can be at an end, and how it is written there. */
    record End(ItemStore store, ItemScopes scopes, ItemWriter writer) {}

    private final Map<String, End> ends;

    /** @param ends by the type that relationships name */
    RelationshipEnds(Map<String, End> ends) {
        this.ends = Map.copyOf(ends);
    }

    ItemWriter.Extra chosenBy(Call call, ObjectNode body) {
        if (!body.path("fetchResources").asBoolean()) {
            return ItemWriter.Extra.NONE;
        }
        Map<String, Predicate<Item>> readable = new HashMap<>();
        ends.forEach((type, end) -> readable.put(type, end.scopes().readable(call)));
        return (item, out) -> {
            write("source", item, SOURCE_TYPE, SOURCE_EXTERNAL_ID, readable, out);
            write("target", item, TARGET_TYPE, TARGET_EXTERNAL_ID, readable, out);
        };
    }

    private void write(
            String name,
            Item item,
            Field type,
            Field externalId,
            Map<String, Predicate<Item>> readable,
            JsonGenerator out)
            throws IOException {
        String typeName = String.valueOf(type.textOf(item));
        End end = ends.get(typeName);
        Item found = end == null ? null : end.store().find(String.valueOf(externalId.textOf(item)));
        if (end != null
                && found != null
                && readable.getOrDefault(typeName, ItemScopes.ALL).test(found)) {
            out.writeFieldName(name);
            end.writer().write(found, out);
        }
    }
}
