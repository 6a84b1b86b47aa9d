package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** The programs of one PostgreSQL. */
record PostgresBinaries(Path bin) {

    /** Unpacking is done by one thread of one process: a file lock does not hold between threads. */
    private static final ReentrantLock UNPACKING = new ReentrantLock();

    /** The settings and the set-up of databases are those of this version; a newer one is given a chance. */
    private static final int OLDEST_MAJOR_VERSION = 18;

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    static PostgresBinaries of(Installation installation, StateDirectory state) {
        return installation.binaries().map(PostgresBinaries::installed).orElseGet(() -> bundled(state));
    }

    Path postgres() {
        return bin.resolve("postgres");
    }

    Path initdb() {
        return bin.resolve("initdb");
    }

    private static PostgresBinaries bundled(StateDirectory state) {
        UNPACKING.lock();
        try (FileChannel channel = FileChannel.open(
                        state.path().resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            return held.isValid()
                    ? new PostgresBinaries(new BinaryArchive(Platform.current())
                            .unpackedIn(state.path())
                            .resolve("bin"))
                    : bundled(state);
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "cannot write to " + state.path() + ": " + e)
                    .withHint("Choose another state directory.")
                    .causedBy(e);
        } finally {
            UNPACKING.unlock();
        }
    }

    private static PostgresBinaries installed(Path directory) {
        Path absolute = directory.toAbsolutePath();
        Path bin = Files.exists(absolute.resolve("bin").resolve("postgres")) ? absolute.resolve("bin") : absolute;
        PostgresBinaries binaries = new PostgresBinaries(bin);
        if (!Files.isExecutable(binaries.postgres()) || !Files.isExecutable(binaries.initdb())) {
            throw new GatewayException(
                            ErrorKind.UNDEFINED_OBJECT, "there are no programs postgres and initdb in " + directory)
                    .withHint("gateway.engine.binaries is the directory of an installed PostgreSQL 18, for example"
                            + " /usr/lib/postgresql/18.");
        }
        String version = CommandOutcome.of(List.of(binaries.postgres().toString(), "--version"), Path.of("/"))
                .output()
                .strip();
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.find() || Integer.parseInt(matcher.group(1)) < OLDEST_MAJOR_VERSION) {
            throw new GatewayException(
                            ErrorKind.FEATURE_NOT_SUPPORTED,
                            directory + " holds \"" + version + "\" (expected: PostgreSQL " + OLDEST_MAJOR_VERSION
                                    + " or newer)")
                    .withHint("Leave gateway.engine.binaries out to use the bundled PostgreSQL.");
        }
        return binaries;
    }
}
