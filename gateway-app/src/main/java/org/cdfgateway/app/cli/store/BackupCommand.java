package org.cdfgateway.app.cli.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.cdfgateway.app.cli.ConfigOption;
import org.cdfgateway.app.cli.Version;
import org.cdfgateway.app.wiring.OperatedStore;
import org.cdfgateway.auth.StoreOperations;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the store into a file. */
@Command(
        name = "backup",
        description = {
            "Write users, sessions, custom tables and the audit into a file, as they are at one moment.",
            "Secrets in it are encrypted: it is of use only with the key file, which is not in it. Keep both, apart from"
                    + " each other."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the backup is complete", "1:there is no new backup; an older file is as it was"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "FILE", description = "Where to; replaced when it exists. Only its owner can read it.")
    private Path file;

    @Override
    public Integer call() {
        try (OperatedStore store = OperatedStore.of(config.load());
                StoreOperations operations = store.open()) {
            write(operations);
            return 0;
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "The backup " + file + " cannot be written: " + e)
                    .withHint("Choose a directory that can be written to and has space.")
                    .causedBy(e);
        }
    }

    /** The file appears complete or not at all. Temporary files are for their owner only. */
    private void write(StoreOperations operations) throws IOException {
        Path target = file.toAbsolutePath();
        Path directory = target.getParent() == null ? target : target.getParent();
        Path draft = Files.createTempFile(directory, "backup", ".new");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                operations.backUp(out);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
