package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.ObjectType.Member;
import org.cdfgateway.emulator.store.Metadata;
import org.jspecify.annotations.Nullable;

/** The columns of a sequence (reference/cdf-api-resources.md section 7.2). */
record ColumnsType(CollectionType metadata, ObjectType column) implements CollectionType {

    private static final FieldType EXTERNAL_ID = new TextType(1, 255);
    private static final FieldType NAME = new TextType(0, 255);
    private static final FieldType DESCRIPTION = new TextType(0, 1000);

    ColumnsType(FieldType metadata) {
        this(
                (CollectionType) metadata,
                FieldTypes.object(
                        Member.required("externalId", EXTERNAL_ID),
                        Member.optional("name", NAME),
                        Member.optional("description", DESCRIPTION),
                        Member.optional("valueType", FieldTypes.word("STRING", "DOUBLE", "LONG")),
                        Member.optional("metadata", metadata)));
    }

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        Object columns = add(Columns.NONE, json, path, violations);
        check(columns, path, violations);
        return columns;
    }

    @Override
    public Object empty() {
        return Columns.NONE;
    }

    /** New columns go behind the others. */
    @Override
    public Object add(Object current, JsonNode additions, String path, Violations violations) {
        if (!additions.isArray()) {
            throw Violations.wrongType(path, "array", additions);
        }
        Columns columns = (Columns) current;
        List<Column> added = new ArrayList<>();
        for (JsonNode json : additions) {
            Map<String, Object> values = column.values(json, path + "[" + added.size() + "]", violations);
            added.add(new Column(
                    columns.nextKey() + added.size(),
                    String.valueOf(values.get("externalId")),
                    (String) values.get("name"),
                    (String) values.get("description"),
                    ColumnValue.valueOf((String) values.getOrDefault("valueType", "DOUBLE")),
                    (Metadata) values.get("metadata"),
                    Column.NEW,
                    Column.NEW));
        }
        List<Column> all = new ArrayList<>(columns.present());
        all.addAll(added);
        return columns.with(all, added);
    }

    @Override
    public Object remove(Object current, JsonNode removals, String path, Violations violations) {
        if (!removals.isArray()) {
            throw Violations.wrongType(path, "array", removals);
        }
        Columns columns = (Columns) current;
        List<Column> left = new ArrayList<>(columns.present());
        for (JsonNode removal : removals) {
            left.remove(find(columns, removal, path));
        }
        return columns.with(left, List.of());
    }

    @Override
    public Object modify(Object current, JsonNode modifications, String path, Violations violations) {
        if (!modifications.isArray()) {
            throw Violations.wrongType(path, "array", modifications);
        }
        Columns columns = (Columns) current;
        List<Column> changed = new ArrayList<>(columns.present());
        for (JsonNode modification : modifications) {
            Column before = find(columns, modification, path);
            Column after = before;
            for (Map.Entry<String, JsonNode> change :
                    modification.path("update").properties()) {
                after = changed(after, change.getKey(), change.getValue(), path, violations);
            }
            changed.set(changed.indexOf(before), after);
        }
        return columns.with(changed, List.of());
    }

    private Column changed(Column before, String name, JsonNode change, String path, Violations violations) {
        String place = path + ".update." + name;
        return switch (name) {
            case "externalId" ->
                before.withExternalId((String) EXTERNAL_ID.read(change.path("set"), place + ".set", violations));
            case "name" -> text(before, NAME, Column::withName, change, place, violations);
            case "description" -> text(before, DESCRIPTION, Column::withDescription, change, place, violations);
            case "metadata" -> before.withMetadata(metadata(before.metadata(), change, place, violations));
            default -> {
                violations.add(place + " is not a known property");
                yield before;
            }
        };
    }

    private static Column text(
            Column before,
            FieldType type,
            BiFunction<Column, @Nullable String, Column> with,
            JsonNode change,
            String path,
            Violations violations) {
        return change.path("setNull").asBoolean()
                ? with.apply(before, null)
                : with.apply(before, (String) type.read(change.path("set"), path + ".set", violations));
    }

    private Metadata metadata(@Nullable Metadata before, JsonNode change, String path, Violations violations) {
        if (change.has("set")) {
            return (Metadata) metadata.read(change.path("set"), path + ".set", violations);
        }
        Object value = metadata.orEmpty(before);
        if (change.has("remove")) {
            value = metadata.remove(value, change.path("remove"), path + ".remove", violations);
        }
        if (change.has("add")) {
            value = metadata.add(value, change.path("add"), path + ".add", violations);
        }
        metadata.check(value, path, violations);
        return (Metadata) value;
    }

    private static Column find(Columns columns, JsonNode reference, String path) {
        String externalId = reference.path("externalId").asText();
        Column column = columns.find(externalId);
        if (column == null) {
            throw ApiError.of(404, path + ": column not found: " + externalId);
        }
        return column;
    }

    @Override
    public void check(Object value, String path, Violations violations) {
        Columns columns = (Columns) value;
        violations.requireSize(path, columns.present().size(), 1, Columns.MAX);
        Set<String> externalIds = new HashSet<>();
        for (Column one : columns.present()) {
            if (!externalIds.add(one.externalId())) {
                violations.add(path + " must have distinct externalIds, got " + one.externalId() + " twice");
            }
        }
        if (columns.texts() > ColumnValue.STRING.maxColumns()
                || columns.numbers() > ColumnValue.DOUBLE.maxColumns()
                || columns.texts() + columns.numbers() > Columns.MAX) {
            violations.add(path + " must not be more than " + ColumnValue.STRING.maxColumns() + " of STRING, "
                    + ColumnValue.DOUBLE.maxColumns() + " of numbers and " + Columns.MAX
                    + " in total, removed ones included");
        }
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Column one : ((Columns) value).present()) {
            out.writeStartObject();
            out.writeStringField("externalId", one.externalId());
            writeText(out, "name", one.name());
            writeText(out, "description", one.description());
            out.writeStringField("valueType", one.valueType().name());
            if (one.metadata() != null) {
                out.writeFieldName("metadata");
                metadata.write(one.metadata(), out);
            }
            out.writeNumberField("createdTime", one.createdTime());
            out.writeNumberField("lastUpdatedTime", one.lastUpdatedTime());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeText(JsonGenerator out, String name, @Nullable String text) throws IOException {
        if (text != null) {
            out.writeStringField(name, text);
        }
    }
}
