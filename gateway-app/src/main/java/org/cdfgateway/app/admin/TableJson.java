package org.cdfgateway.app.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.custom.CustomColumn;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.cdfgateway.domain.table.custom.CustomSource;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.cdfgateway.domain.table.custom.CustomTables;
import org.cdfgateway.domain.table.custom.DataModelSource;
import org.cdfgateway.domain.table.custom.RawSource;
import org.cdfgateway.domain.table.custom.ViewId;
import org.cdfgateway.domain.table.custom.ViewSource;

/** Tables as the API shows them (reference/postgres-gateway.md section 5.3). Times are milliseconds since 1970. */
final class TableJson {

    private TableJson() {}

    static Map<String, Object> ofBuiltIn(TableDefinition table) {
        return named(table.name(), "built_in", columns(table.columns()));
    }

    static Map<String, Object> of(CustomTable table) {
        Map<String, Object> json = sourced(table);
        json.put("createdTime", table.createdTime().toEpochMilli());
        return json;
    }

    private static Map<String, Object> sourced(CustomTable table) {
        CustomSource source = table.source();
        List<TableDefinition> definitions = CustomTables.definitions(table);
        if (source instanceof RawSource raw) {
            return raw(table.name(), raw);
        }
        if (source instanceof ViewSource view) {
            return view(table.name(), view, definitions.get(0));
        }
        return dataModel(table.name(), (DataModelSource) source, definitions);
    }

    private static Map<String, Object> raw(String name, RawSource source) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (CustomColumn column : source.columns()) {
            columns.put(column.name(), Map.of("type", column.type().apiName()));
        }
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("database", source.database());
        options.put("table", source.table());
        source.primaryKey().ifPresent(key -> options.put("primaryKey", key));
        Map<String, Object> json = named(name, "raw_rows", columns);
        json.put("options", options);
        return json;
    }

    /** With {@code instanceType}, an extension: what the rows are. */
    private static Map<String, Object> view(String name, ViewSource source, TableDefinition table) {
        Map<String, Object> json = named(name, "view", columns(table.columns()));
        json.put("options", options(source.view()));
        json.put("instanceType", source.kind().instanceType());
        return json;
    }

    /** An extension: the tables of the schema stand in {@code tables}, and {@code columns} is empty. */
    private static Map<String, Object> dataModel(
            String name, DataModelSource source, List<TableDefinition> definitions) {
        Map<String, Object> json = named(name, "data_model", Map.of());
        json.put("options", options(source.model()));
        json.put(
                "tables",
                IntStream.range(0, definitions.size())
                        .mapToObj(i ->
                                view(definitions.get(i).name(), source.views().get(i), definitions.get(i)))
                        .toList());
        return json;
    }

    private static Map<String, Object> named(String name, String type, Map<String, Object> columns) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tablename", name);
        json.put("type", type);
        json.put("columns", columns);
        return json;
    }

    private static Map<String, Object> columns(List<Column> columns) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Column column : columns) {
            json.put(
                    column.name(),
                    Map.of("type", CustomColumnType.showing(column.type()).apiName()));
        }
        return json;
    }

    private static Map<String, Object> options(ViewId id) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("space", id.space());
        options.put("externalId", id.externalId());
        options.put("version", id.version());
        return options;
    }
}
