package org.cdfgateway.app.cli.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cdfgateway.app.cli.CdfOptions;
import org.cdfgateway.app.cli.Version;
import org.cdfgateway.cdf.CdfConnection;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.custom.RawSample;
import org.cdfgateway.domain.table.custom.SampledColumn;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proposes the columns of a custom table over RAW. */
@Command(
        name = "infer",
        description = {
            "Propose a table over a RAW table, from rows that CDF has.",
            "Prints JSON that 'gateway tables create' takes; on the error output, what the columns hold. The proposal is"
                    + " as good as the sample: a value that the type cannot show fails the statement that reads it, and"
                    + " TEXT shows everything."
        },
        footerHeading = "Example:%n",
        footer = "  gateway tables infer --cdf-url https://westeurope-1.cognitedata.com --project plant --database src"
                + " --table pumps --primary-key tag | gateway tables create --project plant abc123 -",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class InferTableCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    private CommandSpec spec;

    @Mixin
    private CdfOptions cdf;

    @Option(names = "--database", paramLabel = "DATABASE", required = true, description = "RAW database.")
    private String database;

    @Option(names = "--table", paramLabel = "TABLE", required = true, description = "RAW table.")
    private String table;

    @Option(
            names = "--name",
            paramLabel = "TABLENAME",
            description = "Name of the proposed table; that of the RAW table without it.")
    private @Nullable String name;

    @Option(
            names = "--primary-key",
            paramLabel = "COLUMN",
            description = "Column that is the rows' key; _raw_key without it.")
    private @Nullable String primaryKey;

    @Option(
            names = "--rows",
            paramLabel = "ROWS",
            defaultValue = "1000",
            description = "Rows to look at; ${DEFAULT-VALUE} without it.")
    private int rows;

    @Override
    public Integer call() {
        if (rows < 1) {
            throw new ParameterException(spec.commandLine(), "--rows: " + rows + " (expected: 1 or more)");
        }
        RawSample sample;
        try (CdfConnection connection = cdf.connect()) {
            sample = connection.rawSampling().sample(database, table, rows, cdf.access());
        }
        if (sample.columns().isEmpty()) {
            throw new GatewayException(
                            ErrorKind.NO_DATA_FOUND,
                            "RAW table " + table + " in database " + database + " has no rows to learn from")
                    .withHint("Check the names, or give the columns to 'gateway tables create'.");
        }
        if (primaryKey != null && sample.column(primaryKey).isEmpty()) {
            throw new GatewayException(
                            ErrorKind.UNDEFINED_COLUMN, "no row that was looked at has the column " + primaryKey)
                    .withHint("Choose one of: "
                            + sample.columns().stream().map(SampledColumn::name).collect(Collectors.joining(", ")));
        }
        report(sample);
        spec.commandLine().getOut().println(pretty(proposal(sample)));
        return 0;
    }

    private void report(RawSample sample) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sample.rows() + " rows" + (sample.isWhole() ? ", the whole table" : ", the first ones") + ":");
        sample.columns()
                .forEach(column -> err.println(
                        "  " + column.name() + "  " + column.proposed().apiName() + "  (" + found(column) + ")"));
        err.flush();
    }

    /** For example {@code 998 integer, 2 null}. */
    private static String found(SampledColumn column) {
        return column.values().entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private ObjectNode proposal(RawSample sample) {
        ObjectNode item = JSON.createObjectNode().put("type", "raw_rows").put("tablename", name == null ? table : name);
        ObjectNode options = item.putObject("options").put("database", database).put("table", table);
        if (primaryKey != null) {
            options.put("primaryKey", primaryKey);
        }
        ObjectNode columns = item.putObject("columns");
        sample.columns()
                .forEach(column -> columns.putObject(column.name())
                        .put("type", column.proposed().apiName()));
        return item;
    }

    private static String pretty(ObjectNode item) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(item);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }
}
