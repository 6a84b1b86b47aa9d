package org.cdfgateway.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * What earlier demos wrote to CDF, as the emulator keeps it.
 *
 * @param directory the emulator's
 */
record EarlierWrites(Path directory) {

    boolean areNone() {
        return !Files.exists(journal());
    }

    /** @throws GatewayException IO_ERROR when the file system refuses */
    void forget() {
        try {
            Files.deleteIfExists(journal());
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "what is kept in " + directory + " cannot be deleted: " + e)
                    .causedBy(e);
        }
    }

    private Path journal() {
        return directory.resolve("journal");
    }
}
