package org.cdfgateway.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cdfgateway.app.demo.Demo;
import org.cdfgateway.app.demo.DemoOptions;
import org.cdfgateway.app.demo.DemoPort;
import org.cdfgateway.app.demo.QueryRun;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts an emulated CDF and a gateway before it, for a first look and for scripts. */
@Command(
        name = "demo",
        description =
                "Start a CDF emulator with sample data and a gateway before it, create a user, and run until stopped."
                        + " Nothing needs to be installed or configured.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--pg-port", paramLabel = "PORT", converter = Port.class, description = "Port for SQL clients.")
    private int sqlPort = 55_432;

    @Option(names = "--http-port", paramLabel = "PORT", converter = Port.class, description = "Port of the HTTP API.")
    private int httpPort = 58_080;

    @Option(
            names = "--cdf-port",
            paramLabel = "PORT",
            converter = Port.class,
            description = "Port of the CDF emulator.")
    private int cdfPort = 58_081;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description =
                    "Where engine, users and what is written to CDF are kept; one demo at a time. Without it a directory"
                            + " of the user.")
    private @Nullable Path stateDirectory;

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            defaultValue = "small",
            converter = SampleVolume.Converter.class,
            description = SampleVolume.DESCRIPTION)
    private SampleVolume scale;

    @Option(
            names = "--fresh",
            description = "Forget what earlier demos wrote to CDF, and their users. Wanted for another scale.")
    private boolean fresh;

    @Option(
            names = "--query",
            paramLabel = "SQL",
            description = "Run this, print the result and exit; with exit code 1 if it fails.")
    private @Nullable String query;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "Write how to connect to this file, as KEY=VALUE lines, once everything is ready.")
    private @Nullable Path environmentFile;

    @Override
    public Integer call() throws InterruptedException {
        // What the demo has to say it says itself.
        ((Logger) LoggerFactory.getLogger("org.cdfgateway")).setLevel(Level.WARN);
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        long began = System.nanoTime();
        Demo demo = Demo.start(options(), UntilStopped.parts(), line -> {
            err.println(line);
            err.flush();
        });
        if (query != null) {
            Optional<String> failure = new QueryRun(demo.sqlAddress(), demo.user()).print(query, out);
            failure.ifPresent(err::println);
            err.flush();
            return failure.isPresent() ? CommandLines.FAILED : 0;
        }
        out.println(new DemoGreeting(demo, Duration.ofNanos(System.nanoTime() - began)).text());
        out.flush();
        return UntilStopped.await();
    }

    private DemoOptions options() {
        return new DemoOptions(
                new DemoPort(sqlPort, "--pg-port"),
                new DemoPort(httpPort, "--http-port"),
                new DemoPort(cdfPort, "--cdf-port"),
                scale.text(),
                Optional.ofNullable(stateDirectory),
                fresh,
                Optional.ofNullable(environmentFile));
    }
}
