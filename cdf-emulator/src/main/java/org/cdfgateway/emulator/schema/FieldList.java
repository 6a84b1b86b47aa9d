package org.cdfgateway.emulator.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one resource in the order they are written, filled while its class is loaded. */
public final class FieldList {

    private final List<Field> fields = new ArrayList<>();

    /** A field that is left out of answers while it has no value. */
    public Field field(String name, FieldType type, FieldRule... rules) {
        return add(name, type, null, rules);
    }

    /** A field that always has a value. */
    public Field always(String name, FieldType type, Object absent, FieldRule... rules) {
        return add(name, type, absent, rules);
    }

    private Field add(String name, FieldType type, @Nullable Object absent, FieldRule... rules) {
        Field field = new Field(name, fields.size(), type, absent, Set.of(rules));
        fields.add(field);
        return field;
    }

    public List<Field> all() {
        return List.copyOf(fields);
    }
}
