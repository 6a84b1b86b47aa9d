package org.cdfgateway.app.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cdfgateway.domain.table.custom.CustomColumn;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.cdfgateway.domain.table.custom.CustomSource;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.cdfgateway.domain.table.custom.CustomTables;
import org.cdfgateway.domain.table.custom.InstanceKind;
import org.cdfgateway.domain.table.custom.RawSource;

/**
 * One item of a request that creates tables, checked as far as that goes without asking CDF:
 *
 * <pre>
 * {"type": "raw_rows", "tablename": "pumps", "options": {"database": "src", "table": "pumps", "primaryKey": "tag"},
 *  "columns": {"tag": {"type": "TEXT"}}}
 * {"type": "view", "tablename": "pumps", "options": {"space": "sp", "externalId": "Pump", "version": "v1"}}
 * {"type": "data_model", "tablename": "plant", "options": {"space": "sp", "externalId": "Plant", "version": "1"}}
 * </pre>
 *
 * Types {@code nodes} and {@code edges} are a view of which one kind of instances is shown.
 */
record TableRequest(String path, String name, Source source) {
    private static final int MAX_DATABASE = 32;
    private static final int MAX_RAW_TABLE = 64;
    private static final List<String> TYPES = List.of("raw_rows", "view", "nodes", "edges", "data_model");

    /** Where the rows come from. */
    sealed interface Source permits Raw, View, DataModel {}

    record Raw(RawSource source) implements Source {}

    /** @param version empty for the newest */
    record View(String space, String externalId, Optional<String> version, Optional<InstanceKind> kind)
            implements Source {}

    /** @param version empty for the newest */
    record DataModel(String space, String externalId, Optional<String> version) implements Source {}

    /** @throws ApiException 400 or 422 */
    static TableRequest of(JsonFields item) {
        String type = item.text("type");
        return switch (type) {
            case "raw_rows" -> new TableRequest(item.path(), tableName(item), new Raw(raw(item)));
            case "view" -> new TableRequest(item.path(), tableName(item), view(item, Optional.empty()));
            case "nodes" -> new TableRequest(item.path(), tableName(item), view(item, Optional.of(InstanceKind.NODES)));
            case "edges" -> new TableRequest(item.path(), tableName(item), view(item, Optional.of(InstanceKind.EDGES)));
            case "data_model" ->
                new TableRequest(
                        item.path(),
                        TableNames.schema(item.pathOf("tablename"), item.text("tablename")),
                        dataModel(item));
            default ->
                throw ApiException.malformed(
                        item.pathOf("type") + ": \"" + type + "\" (expected: " + String.join(", ", TYPES) + ")");
        };
    }

    /** The table with what CDF says of its source. */
    CustomTable with(CustomSource imported, Instant now, int maxColumns) {
        CustomTable table = new CustomTable(name, imported, now);
        TableNames.requirePossible(path, CustomTables.definitions(table), maxColumns);
        return table;
    }

    private static String tableName(JsonFields item) {
        return TableNames.table(item.pathOf("tablename"), item.text("tablename"));
    }

    private static RawSource raw(JsonFields item) {
        JsonFields options = item.only("type", "tablename", "options", "columns")
                .object("options")
                .only("database", "table", "primaryKey");
        List<CustomColumn> columns = columns(item.object("columns"));
        Optional<String> key = options.optionalText("primaryKey");
        key.filter(name -> columns.stream().noneMatch(column -> column.name().equals(name)))
                .ifPresent(name -> {
                    throw ApiException.malformed(options.pathOf("primaryKey") + ": \"" + name
                            + "\" (expected: the name of one of the columns)");
                });
        return new RawSource(
                bounded(options, "database", MAX_DATABASE), bounded(options, "table", MAX_RAW_TABLE), key, columns);
    }

    private static List<CustomColumn> columns(JsonFields columns) {
        List<CustomColumn> declared = new ArrayList<>();
        for (String name : columns.names()) {
            JsonFields column = columns.object(name).only("type");
            String type = column.text("type");
            declared.add(new CustomColumn(
                    TableNames.rawColumn(columns.path(), name),
                    CustomColumnType.of(type).orElseThrow(() -> unknownType(column.pathOf("type"), type))));
        }
        if (declared.isEmpty()) {
            throw ApiException.malformed(columns.path() + ": none (expected: 1 or more)");
        }
        return declared;
    }

    private static ApiException unknownType(String path, String type) {
        return ApiException.malformed(path + ": \"" + type + "\" (expected: "
                + Arrays.stream(CustomColumnType.values())
                        .map(CustomColumnType::apiName)
                        .collect(Collectors.joining(", "))
                + ")");
    }

    private static View view(JsonFields item, Optional<InstanceKind> kind) {
        JsonFields options = idOptions(item);
        return new View(options.text("space"), options.text("externalId"), options.optionalText("version"), kind);
    }

    private static DataModel dataModel(JsonFields item) {
        JsonFields options = idOptions(item);
        return new DataModel(options.text("space"), options.text("externalId"), options.optionalText("version"));
    }

    private static JsonFields idOptions(JsonFields item) {
        return item.only("type", "tablename", "options").object("options").only("space", "externalId", "version");
    }

    private static String bounded(JsonFields options, String field, int most) {
        String text = options.text(field);
        if (text.length() > most) {
            throw ApiException.malformed(options.pathOf(field) + ": " + text.length()
                    + " characters (expected: at most " + most + ", as CDF takes)");
        }
        return text;
    }
}
