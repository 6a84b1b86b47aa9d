package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.Set;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/** One field of a resource: a name, a slot in its items, a type and rules. */
public final class Field {

    private final SerializedString name;
    private final int slot;
    private final FieldType type;
    private final @Nullable Object absent;
    private final Set<FieldRule> rules;
    private final boolean isHidden;

    Field(String name, int slot, FieldType type, @Nullable Object absent, Set<FieldRule> rules, boolean isHidden) {
        this.name = new SerializedString(name);
        this.slot = slot;
        this.type = type;
        this.absent = absent;
        this.rules = rules;
        this.isHidden = isHidden;
    }

    public String name() {
        return name.getValue();
    }

    public FieldType type() {
        return type;
    }

    public boolean has(FieldRule rule) {
        return rules.contains(rule);
    }

    public int slot() {
        return slot;
    }

    public @Nullable Object of(Item item) {
        return item.value(slot);
    }

    public @Nullable String textOf(Item item) {
        return (String) item.value(slot);
    }

    public @Nullable Long numberOf(Item item) {
        return (Long) item.value(slot);
    }

    public boolean flagOf(Item item) {
        return Boolean.TRUE.equals(item.value(slot));
    }

    /** The value of a new item whose creator gave none. */
    public @Nullable Object absent() {
        return absent;
    }

    public Property property() {
        return new Property(name(), type.kind(), item -> item.value(slot));
    }

    /** The node of data modeling that the value of the field names. */
    public @Nullable InstanceKey instanceOf(Item item) {
        String text = textOf(item);
        return text == null ? null : InstanceKey.of(text);
    }

    /** The space or the external id of a node of data modeling. */
    public Property instancePart(boolean isSpace) {
        return InstanceType.part(this, isSpace);
    }

    public void write(Item item, JsonGenerator out) throws IOException {
        Object value = item.value(slot);
        if (value != null && !isHidden) {
            out.writeFieldName(name);
            type.write(value, out);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
