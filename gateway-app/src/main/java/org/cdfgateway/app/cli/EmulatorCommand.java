package org.cdfgateway.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cdfgateway.app.demo.CdfProject;
import org.cdfgateway.app.demo.CdfVariable;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.cdfgateway.emulator.journal.DataDirectoryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a CDF emulator on its own. */
@Command(
        name = "emulator",
        description = "Run a CDF emulator with sample data until stopped. Prints how to reach it, as KEY=VALUE lines.",
        footer = {
            "",
            "Everything that happens on demand (faults, latency, budgets, clients, the clock, counters) is set through"
                    + " the control API at CDF_CONTROL_URL, for example:",
            "",
            "  curl $CDF_CONTROL_URL/counters",
            "  curl -X PUT $CDF_CONTROL_URL/budgets -d '{\"plan\":\"documented\"}'",
            "",
            "docs/emulator.md describes it."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class EmulatorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", converter = Port.class, description = "Port to listen on.")
    private int port = 58_081;

    @Option(
            names = "--control-port",
            paramLabel = "PORT",
            converter = Port.class,
            description = "Port of the control API.")
    private int controlPort = 58_082;

    @Option(names = "--project", paramLabel = "NAME", description = "Name of the project in URLs.")
    private String project = EmulatorSettings.defaults().project();

    @Option(names = "--client-id", paramLabel = "ID", description = "Client that may do everything.")
    private String clientId = EmulatorSettings.ADMIN.id();

    @Option(names = "--client-secret", paramLabel = "SECRET", description = "The client's secret.")
    private String clientSecret = EmulatorSettings.ADMIN.secret();

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            defaultValue = "small",
            converter = SampleVolume.Converter.class,
            description = SampleVolume.DESCRIPTION)
    private SampleVolume scale;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The same seed gives the same sample data, and the same chance to faults and latency.")
    private long seed = EmulatorSettings.defaults().seed();

    @Option(
            names = "--budgets",
            paramLabel = "PLAN",
            description = "Requests that are answered with 429: none, or those beyond CDF's documented budgets.")
    private BudgetChoice budgets = BudgetChoice.NONE;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keep changes there, and begin with those that are there already.")
    private @Nullable Path dataDirectory;

    @Option(
            names = "--durability",
            paramLabel = "WHEN",
            description = "When changes that are kept are forced to the disk: before the answer (each-change), within a"
                    + " second (each-second), or when the system does it (whenever).")
    private DurabilityChoice durability = DurabilityChoice.EACH_SECOND;

    @Option(
            names = "--service-token",
            paramLabel = "TOKEN",
            description = "Bearer token of services that exchange the nonces of sessions. Without it any that is not a"
                    + " client's will do, or none.")
    private @Nullable String serviceToken;

    @Option(names = "--until-input-ends", hidden = true, description = "Stop when standard input ends.")
    private boolean untilInputEnds;

    @Override
    public Integer call() throws InterruptedException {
        EmulatedClient client = EmulatedClient.admin(clientId, clientSecret);
        EmulatorSettings settings = EmulatorSettings.defaults()
                .withPort(port)
                .withControlPort(controlPort)
                .withProject(project)
                .withClients(client)
                .withVolume(scale.volume())
                .withSeed(seed)
                .withBudgets(budgets.plan())
                .withDataDirectory(dataDirectory)
                .withDurability(durability.durability())
                .withServiceToken(serviceToken);
        CdfEmulator emulator = UntilStopped.parts().add(start(settings));
        PrintWriter out = spec.commandLine().getOut();
        CdfVariable.lines(project(emulator, client)).forEach(out::println);
        out.flush();
        return untilInputEnds ? awaitEndOf(System.in) : UntilStopped.await();
    }

    private static CdfEmulator start(EmulatorSettings settings) {
        try {
            return CdfEmulator.start(settings);
        } catch (DataDirectoryException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, String.valueOf(e.getMessage())).causedBy(e);
        } catch (BindException e) {
            throw new GatewayException(
                            ErrorKind.IO_ERROR,
                            "the CDF emulator cannot listen on ports " + settings.port() + " and "
                                    + settings.controlPort() + ": " + e.getMessage())
                    .withHint("Choose others with --port and --control-port.")
                    .causedBy(e);
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "the CDF emulator cannot start: " + e).causedBy(e);
        }
    }

    private CdfProject project(CdfEmulator emulator, EmulatedClient client) {
        return new CdfProject(
                emulator.baseUri(),
                emulator.controlUri(),
                emulator.tokenUri(),
                project,
                client.id(),
                new Secret(client.secret()));
    }

    private static int awaitEndOf(InputStream input) {
        try {
            while (input.read() != -1) {
                // whoever started this keeps its end open for as long as it lives
            }
            return 0;
        } catch (IOException e) {
            return CommandLines.FAILED;
        }
    }
}
