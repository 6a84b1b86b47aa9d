package org.cdfgateway.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cdfgateway.app.migrate.SqlText;
import org.cdfgateway.app.migrate.TableConversion;
import org.cdfgateway.cdf.CdfConnection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Converts definitions of custom tables. */
@Command(
        name = "migrate-tables",
        description = {
            "Convert a dump of 1.0's custom tables into requests that create them in 2.0.",
            "The dump is what GET /user/{username}/tables of 1.0 answered. Prints the bodies of requests to"
                    + " POST /postgresgateway/tables/{username}, each with at most ten tables. Columns become TEXT, or"
                    + " what their values are with --infer. See docs/migration.md."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all tables were converted",
            "1:some could not be, or CDF refused",
            "2:the command line has a mistake"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class MigrateTablesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The dump, JSON; standard input without one.")
    private @Nullable Path file;

    @Option(names = "--infer", description = "Learn the columns' types from the first rows of each RAW table in CDF.")
    private boolean infer;

    @Mixin
    private CdfOptions cdf;

    @Override
    public Integer call() {
        return print(infer ? inferring() : TableConversion.asText().convert(dump()));
    }

    private TableConversion.Result inferring() {
        try (CdfConnection connection = cdf.connect()) {
            return TableConversion.inferring(connection.rawSampling(), cdf.access())
                    .convert(dump());
        }
    }

    private String dump() {
        return (file == null ? SqlText.of(System.in) : SqlText.of(file)).sql();
    }

    private int print(TableConversion.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        result.requests().forEach(request -> out.print(request + "\n"));
        out.flush();
        result.problems().forEach(problem -> err.println("gateway: " + problem));
        return result.problems().isEmpty() ? 0 : CommandLines.FAILED;
    }
}
