package org.cdfgateway.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.cdfgateway.app.demo.CdfProject;
import org.cdfgateway.app.demo.CdfVariable;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a CDF emulator on its own. */
@Command(
        name = "emulator",
        description = "Run a CDF emulator with sample data until stopped. Prints how to reach it, as KEY=VALUE lines.",
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
            names = "--scale",
            paramLabel = "SCALE",
            defaultValue = "small",
            converter = SampleVolume.Converter.class,
            description = SampleVolume.DESCRIPTION)
    private SampleVolume scale;

    @Option(names = "--until-input-ends", hidden = true, description = "Stop when standard input ends.")
    private boolean untilInputEnds;

    @Override
    public Integer call() throws InterruptedException {
        EmulatorSettings settings = EmulatorSettings.defaults().withPort(port).withVolume(scale.volume());
        CdfEmulator emulator = UntilStopped.parts().add(start(settings));
        PrintWriter out = spec.commandLine().getOut();
        CdfVariable.lines(project(emulator, settings)).forEach(out::println);
        out.flush();
        return untilInputEnds ? awaitEndOf(System.in) : UntilStopped.await();
    }

    private static CdfEmulator start(EmulatorSettings settings) {
        try {
            return CdfEmulator.start(settings);
        } catch (IOException e) {
            throw new GatewayException(
                            ErrorKind.IO_ERROR,
                            "the CDF emulator cannot listen on port " + settings.port() + ": " + e.getMessage())
                    .withHint("Choose another one.")
                    .causedBy(e);
        }
    }

    private static CdfProject project(CdfEmulator emulator, EmulatorSettings settings) {
        return new CdfProject(
                emulator.baseUri(),
                emulator.tokenUri(),
                settings.project(),
                EmulatorSettings.ADMIN.id(),
                new Secret(EmulatorSettings.ADMIN.secret()));
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
