package org.cdfgateway.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cdfgateway.app.migrate.SqlFiles;
import org.cdfgateway.app.migrate.SqlText;
import org.cdfgateway.app.migrate.UnifiedDiff;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.sql.SqlMigration;
import org.cdfgateway.sql.migrate.Finding;
import org.cdfgateway.sql.migrate.MigratedSql;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rewrites files of SQL. */
@Command(
        name = "migrate-sql",
        description = {
            "Rewrite SQL that was written for version 1.0 so that it runs in 2.0.",
            "Prints the rewritten SQL; what needs a person goes to standard error, with file, line and column. SQL for"
                    + " 2.0 is left alone. See docs/migration.md."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done; with --check: nothing to do",
            "1:with --check: something would change or needs a person; else: a file cannot be read or written",
            "2:the command line has a mistake"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class MigrateSqlCommand implements Callable<Integer> {

    private static final Path STANDARD_INPUT = Path.of("-");

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Files of SQL; of a directory all .sql files in and under it. Without any, or with -, standard"
                            + " input.")
    private List<Path> files = new ArrayList<>();

    @ArgGroup
    private Action action = new Action();

    /** What becomes of a result; at most one. */
    static final class Action {

        @Option(names = "--in-place", description = "Rewrite the files themselves.")
        private boolean inPlace;

        @Option(names = "--check", description = "Change nothing; list what would change, for use in CI.")
        private boolean check;

        @Option(names = "--diff", description = "Change nothing; print what would change as a unified diff.")
        private boolean diff;
    }

    @Override
    public Integer call() {
        if (action.inPlace && (files.isEmpty() || files.contains(STANDARD_INPUT))) {
            throw new ParameterException(spec.commandLine(), "--in-place needs files, not standard input");
        }
        SqlMigration migration = new SqlMigration(VersionMapping.PRODUCT);
        boolean clean = true;
        for (SqlText text : texts()) {
            MigratedSql migrated = migration.migrate(text.sql());
            report(text, migrated);
            handOver(text, migrated);
            clean &= !migrated.isChanged() && !migrated.hasProblems();
        }
        spec.commandLine().getOut().flush();
        return action.check && !clean ? CommandLines.FAILED : 0;
    }

    /** All are read before anything is written. */
    private List<SqlText> texts() {
        if (files.isEmpty()) {
            return List.of(SqlText.of(System.in));
        }
        List<SqlText> texts = new ArrayList<>();
        for (Path file : files) {
            if (file.equals(STANDARD_INPUT)) {
                texts.add(SqlText.of(System.in));
            } else {
                SqlFiles.named(List.of(file)).forEach(path -> texts.add(SqlText.of(path)));
            }
        }
        return texts;
    }

    private void handOver(SqlText text, MigratedSql migrated) {
        PrintWriter out = spec.commandLine().getOut();
        if (action.check) {
            if (migrated.isChanged()) {
                out.print(text.name() + ": would change\n");
            }
        } else if (action.diff) {
            out.print(UnifiedDiff.of(text.name(), text.sql(), migrated.edits()));
        } else if (action.inPlace) {
            if (migrated.isChanged()) {
                text.replace(migrated.text());
                out.print(text.name() + ": rewritten\n");
            }
        } else {
            out.print(text.mark() + migrated.text());
        }
    }

    private void report(SqlText text, MigratedSql migrated) {
        PrintWriter err = spec.commandLine().getErr();
        for (Finding finding : migrated.findings()) {
            err.println(text.name() + ":" + finding.line() + ":" + finding.column() + ": "
                    + finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.message() + ". "
                    + finding.advice());
        }
    }
}
