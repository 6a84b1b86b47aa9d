package org.cdfgateway.emulator.sample;

import java.util.List;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/** The values of an item in the making; those of fields that always have one are there from the start. */
final class Values {

    private final @Nullable Object[] values;

    Values(List<Field> fields) {
        values = new @Nullable Object[fields.size()];
        fields.forEach(field -> values[field.slot()] = field.absent());
    }

    Values with(Field field, @Nullable Object value) {
        values[field.slot()] = value;
        return this;
    }

    Item toItem(long id, long time) {
        return new Item(id, time, time, values);
    }
}
