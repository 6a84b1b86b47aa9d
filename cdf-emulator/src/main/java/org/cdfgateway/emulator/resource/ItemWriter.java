package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/** Writes items as JSON; fields without a value are left out. */
final class ItemWriter {

    private static final SerializedString ID = new SerializedString("id");
    private static final SerializedString CREATED_TIME = new SerializedString("createdTime");
    private static final SerializedString LAST_UPDATED_TIME = new SerializedString("lastUpdatedTime");

    /** What some answers add to an item. */
    @FunctionalInterface
    interface Extra {
        Extra NONE = (item, out) -> {};

        void write(Item item, JsonGenerator out) throws IOException;
    }

    private final List<Field> fields;
    private final boolean hasId;
    private final boolean hasLastUpdatedTime;
    private final Extra extra;

    ItemWriter(Schema schema) {
        this(schema.fields(), true, true, Extra.NONE);
    }

    private ItemWriter(List<Field> fields, boolean hasId, boolean hasLastUpdatedTime, Extra extra) {
        this.fields = fields;
        this.hasId = hasId;
        this.hasLastUpdatedTime = hasLastUpdatedTime;
        this.extra = extra;
    }

    ItemWriter without(Predicate<Field> hidden) {
        return new ItemWriter(fields.stream().filter(hidden.negate()).toList(), hasId, hasLastUpdatedTime, extra);
    }

    /** For resources that have no id. */
    ItemWriter withoutId() {
        return new ItemWriter(fields, false, hasLastUpdatedTime, extra);
    }

    /** For resources that do not say when they changed last. */
    ItemWriter withoutUpdates() {
        return new ItemWriter(fields, hasId, false, extra);
    }

    ItemWriter with(Extra more) {
        return new ItemWriter(fields, hasId, hasLastUpdatedTime, more);
    }

    Json.Writing page(List<Item> items, @Nullable String nextCursor) {
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Item item : items) {
                write(item, out);
            }
            out.writeEndArray();
            if (nextCursor != null) {
                out.writeStringField("nextCursor", nextCursor);
            }
            out.writeEndObject();
        };
    }

    void write(Item item, JsonGenerator out) throws IOException {
        out.writeStartObject();
        if (hasId) {
            out.writeFieldName(ID);
            out.writeNumber(item.id());
        }
        for (Field field : fields) {
            field.write(item, out);
        }
        extra.write(item, out);
        out.writeFieldName(CREATED_TIME);
        out.writeNumber(item.createdTime());
        if (hasLastUpdatedTime) {
            out.writeFieldName(LAST_UPDATED_TIME);
            out.writeNumber(item.lastUpdatedTime());
        }
        out.writeEndObject();
    }
}
