package org.cdfgateway.app.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cdfgateway.app.migrate.SqlText;
import org.cdfgateway.app.migrate.TableConversion;
import org.cdfgateway.app.migrate.TokenAccess;
import org.cdfgateway.cdf.CdfConnection;
import org.cdfgateway.cdf.CdfSettings;
import org.cdfgateway.domain.identity.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(names = "--cdf-url", paramLabel = "URL", description = "Base URL of CDF, for --infer.")
    private @Nullable URI url;

    @Option(names = "--project", paramLabel = "PROJECT", description = "CDF project, for --infer.")
    private @Nullable String project;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with a CDF access token that may read RAW, for --infer. Without it the environment"
                    + " variable CDF_TOKEN is used.")
    private @Nullable Path tokenFile;

    @Override
    public Integer call() {
        if (infer && (url == null || project == null)) {
            throw new ParameterException(spec.commandLine(), "--infer needs --cdf-url and --project");
        }
        String dump = (file == null ? SqlText.of(System.in) : SqlText.of(file)).sql();
        return print(infer ? inferring(dump) : TableConversion.asText().convert(dump));
    }

    private TableConversion.Result inferring(String dump) {
        Secret token = token();
        URI base = Objects.requireNonNull(url);
        try (CdfConnection cdf = CdfConnection.open(CdfSettings.of(base, Optional::empty))) {
            TokenAccess access = new TokenAccess(Objects.requireNonNull(project), token);
            return TableConversion.inferring(cdf.rawSampling(), access).convert(dump);
        }
    }

    private Secret token() {
        String token = tokenFile == null
                ? System.getenv("CDF_TOKEN")
                : SqlText.of(tokenFile).sql().strip();
        if (token == null || token.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--infer needs --token-file or CDF_TOKEN");
        }
        return new Secret(token);
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
