package org.cdfgateway.emulator.schema;

import java.util.function.Function;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/** Something of an item that filters and sorts look at. */
public record Property(String name, ValueKind kind, Function<Item, @Nullable Object> value) {

    public static final Property ID = new Property("id", ValueKind.NUMBER, Item::id);

    public static final Property CREATED_TIME = new Property("createdTime", ValueKind.NUMBER, Item::createdTime);

    public static final Property LAST_UPDATED_TIME =
            new Property("lastUpdatedTime", ValueKind.NUMBER, Item::lastUpdatedTime);

    public @Nullable Object of(Item item) {
        return value.apply(item);
    }
}
