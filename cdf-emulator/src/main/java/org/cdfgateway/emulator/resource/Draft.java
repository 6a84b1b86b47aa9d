package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import org.cdfgateway.emulator.schema.CollectionType;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.FieldRule;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/** An item in the making: one that is created, or the next state of one that is updated. */
final class Draft {

    private final long id;
    private final @Nullable Item before;
    private final @Nullable Object[] values;

    private Draft(long id, @Nullable Item before, @Nullable Object[] values) {
        this.id = id;
        this.before = before;
        this.values = values;
    }

    /** Reads an element of a create request; everything it breaks is added to the violations. */
    static Draft create(long id, JsonNode json, Schema schema, String path, Violations violations) {
        return empty(id, schema).fill(json, schema, path, violations);
    }

    /** A new item whose fields have the values of those that were not given. */
    static Draft empty(long id, Schema schema) {
        Draft draft = new Draft(id, null, new @Nullable Object[schema.fields().size()]);
        for (Field field : schema.fields()) {
            draft.set(field, field.absent());
        }
        return draft;
    }

    /** Reads an element of a create request over an item that is there; what it does not name stays. */
    static Draft overwrite(Item before, JsonNode json, Schema schema, String path, Violations violations) {
        return of(before).fill(json, schema, path, violations);
    }

    private Draft fill(JsonNode json, Schema schema, String path, Violations violations) {
        for (Field field : schema.fields()) {
            if (field.has(FieldRule.REQUIRED) && !json.hasNonNull(field.name())) {
                violations.addMissingField(path + "." + field.name());
            }
        }
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            Field field = schema.field(member.getKey());
            String memberPath = path + "." + member.getKey();
            boolean creatable = field != null && (field.has(FieldRule.REQUIRED) || field.has(FieldRule.OPTIONAL));
            if (field == null || !creatable) {
                if (!schema.ignores(member.getKey())) {
                    violations.add(memberPath + " is not a known property");
                }
            } else if (!member.getValue().isNull()) {
                values[field.slot()] = field.type().read(member.getValue(), memberPath, violations);
            }
        }
        return normalized(schema);
    }

    static Draft of(Item before) {
        return new Draft(before.id(), before, before.copyValues());
    }

    /** Applies the {@code update} of an element of an update request. */
    void update(JsonNode update, Schema schema, String path, Violations violations) {
        if (!update.isObject()) {
            throw Violations.wrongType(path, "object", update);
        }
        for (Map.Entry<String, JsonNode> member : update.properties()) {
            Field field = schema.field(member.getKey());
            String memberPath = path + "." + member.getKey();
            if (field == null) {
                violations.add(memberPath + " is not a known property");
            } else {
                update(field, member.getValue(), memberPath, violations);
            }
        }
        normalized(schema);
    }

    private void update(Field field, JsonNode change, String path, Violations violations) {
        boolean adds = change.has("add") || change.has("remove") || change.has("modify");
        if (change.has("set") && !change.path("set").isNull() && field.has(FieldRule.SET) && !adds) {
            values[field.slot()] = field.type().read(change.path("set"), path + ".set", violations);
        } else if (change.path("setNull").asBoolean() && field.has(FieldRule.SET_NULL)) {
            values[field.slot()] = field.absent();
        } else if (change.path("set").isNull() && field.has(FieldRule.CLEAR)) {
            values[field.slot()] = field.absent();
        } else if (adds
                && !change.has("set")
                && field.has(FieldRule.ADD_REMOVE)
                && field.type() instanceof CollectionType type) {
            Object value = type.orEmpty(values[field.slot()]);
            if (change.has("modify")) {
                value = type.modify(value, change.path("modify"), path + ".modify", violations);
            }
            if (change.has("remove")) {
                value = type.remove(value, change.path("remove"), path + ".remove", violations);
            }
            if (change.has("add")) {
                value = type.add(value, change.path("add"), path + ".add", violations);
            }
            type.check(value, path, violations);
            values[field.slot()] = value;
        } else {
            violations.add(path + " cannot be updated this way: " + change);
        }
    }

    /** An empty external id is none; labels without elements are left out of answers. */
    private Draft normalized(Schema schema) {
        int slot = schema.externalId().slot();
        if ("".equals(values[slot])) {
            values[slot] = null;
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String[] labels && labels.length == 0) {
                values[i] = null;
            }
        }
        return this;
    }

    long id() {
        return id;
    }

    /** Null when it is created. */
    @Nullable
    Item before() {
        return before;
    }

    @Nullable
    Object get(Field field) {
        return values[field.slot()];
    }

    @Nullable
    String text(Field field) {
        return (String) values[field.slot()];
    }

    @Nullable
    Long number(Field field) {
        return (Long) values[field.slot()];
    }

    void set(Field field, @Nullable Object value) {
        values[field.slot()] = value;
    }

    /** Whether it differs in this field from the item before, or is new. */
    boolean changes(Field field) {
        return before == null
                || !Arrays.deepEquals(
                        new @Nullable Object[] {field.of(before)}, new @Nullable Object[] {values[field.slot()]});
    }

    boolean changesAnything() {
        return before == null || !Arrays.deepEquals(before.copyValues(), values);
    }

    /** @param now time of the request */
    Item toItem(long now, boolean touched) {
        return before == null
                ? new Item(id, now, now, values)
                : new Item(id, before.createdTime(), touched ? now : before.lastUpdatedTime(), values);
    }
}
