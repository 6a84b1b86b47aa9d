package org.cdfgateway.app.cli.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** One table, described on the command line. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TableOptions {
    private static final JsonMapper JSON = new JsonMapper();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--name", paramLabel = "TABLENAME", description = "Name of the table.")
    private @Nullable String name;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "raw_rows",
            description = "raw_rows, view, nodes, edges or data_model; raw_rows without it.")
    private String type;

    @Option(names = "--database", paramLabel = "DATABASE", description = "RAW database, for raw_rows.")
    private @Nullable String database;

    @Option(names = "--table", paramLabel = "TABLE", description = "RAW table, for raw_rows.")
    private @Nullable String table;

    @Option(
            names = "--primary-key",
            paramLabel = "COLUMN",
            description = "Column that is the rows' key, for raw_rows; _raw_key without it.")
    private @Nullable String primaryKey;

    @Option(
            names = "--column",
            paramLabel = "NAME=TYPE",
            description = "Column and its type, for raw_rows; once for each.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--space", paramLabel = "SPACE", description = "Space of the view or data model.")
    private @Nullable String space;

    @Option(names = "--external-id", paramLabel = "ID", description = "External id of the view or data model.")
    private @Nullable String externalId;

    @Option(
            names = "--view-version",
            paramLabel = "VERSION",
            description = "Version of the view or data model; the newest without it.")
    private @Nullable String version;

    /** As the API takes it. */
    JsonNode item() {
        if (name == null) {
            throw new ParameterException(spec.commandLine(), "give a FILE, or --name and what the table shows");
        }
        ObjectNode item = JSON.createObjectNode().put("type", type).put("tablename", name);
        ObjectNode options = item.putObject("options");
        put(options, "database", database);
        put(options, "table", table);
        put(options, "primaryKey", primaryKey);
        put(options, "space", space);
        put(options, "externalId", externalId);
        put(options, "version", version);
        if (!columns.isEmpty()) {
            ObjectNode declared = item.putObject("columns");
            columns.forEach((column, columnType) -> declared.putObject(column).put("type", columnType));
        }
        return item;
    }

    private static void put(ObjectNode options, String field, @Nullable String value) {
        if (value != null) {
            options.put(field, value);
        }
    }
}
