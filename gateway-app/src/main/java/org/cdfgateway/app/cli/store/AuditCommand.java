package org.cdfgateway.app.cli.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdfgateway.app.cli.ConfigOption;
import org.cdfgateway.app.cli.JsonLine;
import org.cdfgateway.app.cli.Version;
import org.cdfgateway.app.wiring.OperatedStore;
import org.cdfgateway.auth.StoreOperations;
import org.cdfgateway.auth.store.AuditEntry;
import org.cdfgateway.auth.store.AuditFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads the audit. */
@Command(
        name = "audit",
        description = {
            "Show who changed which gateway user, custom table or key, when, and what came of it.",
            "Refused attempts are there, too, once CDF knew the caller. A line each: time, result, action, project,"
                    + " gateway user, actor, detail; empty fields are a dash. Works beside a running gateway."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class AuditCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "From this time on, for example 2026-11-25T08:00:00Z.")
    private @Nullable Instant since;

    @Option(names = "--until", paramLabel = "TIME", description = "Before this time.")
    private @Nullable Instant until;

    @Option(names = "--project", paramLabel = "PROJECT", description = "Of this CDF project.")
    private @Nullable String project;

    @Option(names = "--user", paramLabel = "USERNAME", description = "About this gateway user.")
    private @Nullable String username;

    @Option(names = "--actor", paramLabel = "SUBJECT", description = "By this caller.")
    private @Nullable String actor;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            defaultValue = "100",
            description = "As many of the latest; 100 without it.")
    private int limit;

    @Option(names = "--json", description = "One JSON object a line, time in milliseconds since 1970.")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit: " + limit + " (expected: 1 or more)");
        }
        AuditFilter filter = new AuditFilter(
                Optional.ofNullable(since),
                Optional.ofNullable(until),
                Optional.ofNullable(project),
                Optional.ofNullable(username),
                Optional.ofNullable(actor),
                limit);
        try (OperatedStore store = OperatedStore.of(config.load());
                StoreOperations operations = store.open()) {
            operations
                    .audit(filter)
                    .forEach(entry -> spec.commandLine().getOut().println(json ? jsonOf(entry) : textOf(entry)));
            return 0;
        }
    }

    private static String textOf(AuditEntry entry) {
        return Stream.of(
                        entry.time().toString(),
                        entry.result().replace(' ', '_'),
                        action(entry),
                        entry.project(),
                        entry.username(),
                        entry.actor(),
                        entry.detail())
                .map(field -> field.isEmpty() ? "-" : field.replaceAll("[\\p{Cntrl}]+", " "))
                .collect(Collectors.joining("  "));
    }

    private static String jsonOf(AuditEntry entry) {
        return JsonLine.of()
                .with("time", entry.time().toEpochMilli())
                .with("result", entry.result())
                .with("action", action(entry))
                .with("project", entry.project())
                .with("username", entry.username())
                .with("actor", entry.actor())
                .with("detail", entry.detail())
                .text();
    }

    private static String action(AuditEntry entry) {
        return entry.action().name().toLowerCase(Locale.ROOT);
    }
}
