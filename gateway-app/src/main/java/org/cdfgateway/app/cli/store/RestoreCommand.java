package org.cdfgateway.app.cli.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cdfgateway.app.cli.ConfigOption;
import org.cdfgateway.app.cli.Version;
import org.cdfgateway.app.wiring.OperatedStore;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a store from a backup. */
@Command(
        name = "restore",
        description = {
            "Make a store from a backup, in a new state directory or an external database without one.",
            "The key file has to be in its place, and the gateway stopped. A store that exists is never touched; of a"
                    + " restore that fails nothing is left."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the store is what the backup was", "1:nothing was restored"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "FILE", description = "What \"gateway store backup\" has written.")
    private Path file;

    @Override
    public Integer call() {
        try (InputStream backup = Files.newInputStream(file);
                OperatedStore store = OperatedStore.of(config.load())) {
            store.restore(backup, Operator.name());
            return 0;
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "The backup " + file + " cannot be read: " + e).causedBy(e);
        }
    }
}
