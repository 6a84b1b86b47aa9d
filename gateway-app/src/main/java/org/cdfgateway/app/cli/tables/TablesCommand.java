package org.cdfgateway.app.cli.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.cdfgateway.app.cli.Version;
import org.cdfgateway.app.cli.users.ApiOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Manages custom tables by way of the HTTP API; explains itself without a command. */
@Command(
        name = "tables",
        description = {
            "Create, list, show and delete custom tables of a gateway user by way of the gateway's HTTP API.",
            "The caller needs postgresGatewayAcl in the CDF project, READ to see tables and WRITE to change them. Open"
                    + " sessions of the user have new tables at once. See docs/custom-tables.md."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the gateway or CDF refused, or cannot be reached",
            "2:the command line has a mistake"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = InferTableCommand.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class TablesCommand implements Runnable {
    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    @Command(
            name = "list",
            description = "List custom tables: type, name, what they show.",
            footerHeading = "Example:%n",
            footer = "  gateway tables list --project plant abc123",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int list(
            @Mixin ApiOptions api,
            @Option(names = "--built-in", description = "With the built-in tables, which every user has.")
                    boolean builtIn,
            @Option(names = "--json", description = "The API's JSON, an object a line.") boolean json,
            @Parameters(paramLabel = "USERNAME") String username) {
        api.tables(username).list(builtIn).forEach(table -> {
            println(json ? table.toString() : new ShownTable(table).line());
        });
        return 0;
    }

    @Command(
            name = "show",
            description = "Show a table with its columns.",
            footerHeading = "Example:%n",
            footer = "  gateway tables show --project plant abc123 pumps",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int show(
            @Mixin ApiOptions api,
            @Option(names = "--json", description = "The API's JSON.") boolean json,
            @Parameters(paramLabel = "USERNAME") String username,
            @Parameters(paramLabel = "TABLENAME") String tablename) {
        JsonNode table = api.tables(username).find(tablename);
        println(json ? table.toString() : new ShownTable(table).text());
        return 0;
    }

    @Command(
            name = "create",
            description = {
                "Create tables from a file, or one from options.",
                "The file holds JSON: one table as the API takes it, an array of tables, or an object with the array"
                        + " items. Each ten tables are created together or not at all."
            },
            footerHeading = "Examples:%n",
            footer = {
                "  gateway tables create --project plant abc123 tables.json",
                "  gateway tables create --project plant abc123 --name pumps --database src --table pumps --primary-key"
                        + " tag --column tag=TEXT --column \"pressure=DOUBLE PRECISION\""
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int create(
            @Mixin ApiOptions api,
            @Mixin TableOptions options,
            @Parameters(paramLabel = "USERNAME") String username,
            @Parameters(paramLabel = "FILE", arity = "0..1", description = "JSON; - for standard input.") @Nullable
                    Path file) {
        List<JsonNode> items = file == null ? List.of(options.item()) : TableFile.items(file);
        api.tables(username).create(items).forEach(table -> println(new ShownTable(table).line()));
        return 0;
    }

    @Command(
            name = "import-model",
            description = "Create a schema with a table for each view of a data model, as the user sees them in CDF.",
            footerHeading = "Example:%n",
            footer = "  gateway tables import-model --project plant --space sp --external-id Plant --model-version 1"
                    + " abc123 plant",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int importModel(
            @Mixin ApiOptions api,
            @Option(names = "--space", paramLabel = "SPACE", required = true, description = "Space of the data model.")
                    String space,
            @Option(
                            names = "--external-id",
                            paramLabel = "ID",
                            required = true,
                            description = "External id of the data model.")
                    String externalId,
            @Option(
                            names = "--model-version",
                            paramLabel = "VERSION",
                            description = "Version of the data model; the newest without it.")
                    @Nullable
                    String version,
            @Parameters(paramLabel = "USERNAME") String username,
            @Parameters(paramLabel = "SCHEMA", description = "Name of the schema.") String schema) {
        var item = JSON.createObjectNode().put("type", "data_model").put("tablename", schema);
        var model = item.putObject("options").put("space", space).put("externalId", externalId);
        if (version != null) {
            model.put("version", version);
        }
        api.tables(username).create(List.of(item)).forEach(table -> println(new ShownTable(table).text()));
        return 0;
    }

    @Command(
            name = "delete",
            description = "Delete custom tables. What they show stays in CDF.",
            footerHeading = "Example:%n",
            footer = "  gateway tables delete --project plant abc123 pumps valves",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int delete(
            @Mixin ApiOptions api,
            @Option(names = "--ignore-unknown", description = "Skip names of no table.") boolean ignoreUnknown,
            @Parameters(paramLabel = "USERNAME") String username,
            @Parameters(paramLabel = "TABLENAME", arity = "1..*") List<String> tablenames) {
        api.tables(username).delete(tablenames, ignoreUnknown);
        return 0;
    }

    private void println(String line) {
        spec.commandLine().getOut().println(line);
    }
}
