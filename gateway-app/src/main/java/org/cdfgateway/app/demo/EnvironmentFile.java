package org.cdfgateway.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * A file of {@code KEY=VALUE} lines that tells scripts how to reach the demo. It appears, complete, when everything is
 * ready; only its owner may read it.
 */
public final class EnvironmentFile {

    private final Path file;

    public EnvironmentFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Removes what an earlier demo left, so that whoever waits for the file does not read the old one. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void write(List<String> lines) {
        Path unfinished = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(unfinished, lines);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private GatewayException failed(IOException cause) {
        return new GatewayException(ErrorKind.IO_ERROR, "file " + file + " cannot be written: " + cause)
                .withHint("Choose another one with --env-file.")
                .causedBy(cause);
    }
}
