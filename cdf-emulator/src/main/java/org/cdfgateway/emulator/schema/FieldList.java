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
        return add(name, type, null, false, rules);
    }

    /** A field that always has a value. */
    public Field always(String name, FieldType type, Object absent, FieldRule... rules) {
        return add(name, type, absent, false, rules);
    }

    /** A field that filters and groups know but answers do not show. */
    public Field hidden(String name, FieldType type) {
        return add(name, type, null, true);
    }

    private Field add(String name, FieldType type, @Nullable Object absent, boolean isHidden, FieldRule... rules) {
        Field field = new Field(name, fields.size(), type, absent, Set.of(rules), isHidden);
        fields.add(field);
        return field;
    }

    public List<Field> all() {
        return List.copyOf(fields);
    }
}
