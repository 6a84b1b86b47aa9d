package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions that go on after the postmaster was killed: one that only computes notices it late or never, and its hold on
 * the shared memory keeps a new PostgreSQL from starting. Call only while holding the cluster's lock.
 */
final class Stragglers {

    private static final Logger LOG = LoggerFactory.getLogger(Stragglers.class);
    private static final int PATIENCE_SECONDS = 5;

    private Stragglers() {}

    /** Kills them; there is nothing left that they could end in good order. Linux only, elsewhere they are waited for. */
    static void end(Path dataDirectory) {
        CompletableFuture<?>[] ends = ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, dataDirectory))
                .map(Stragglers::kill)
                .toArray(CompletableFuture<?>[]::new);
        if (ends.length > 0) {
            CompletableFuture.allOf(ends)
                    .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }

    /** Every PostgreSQL process works in its data directory. */
    private static boolean worksIn(ProcessHandle process, Path dataDirectory) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(dataDirectory);
        } catch (IOException e) {
            return false; // gone, somebody else's, or no Linux
        }
    }

    private static CompletableFuture<ProcessHandle> kill(ProcessHandle process) {
        LOG.warn("killing process {}, which PostgreSQL left behind", process.pid());
        process.destroyForcibly();
        return process.onExit();
    }
}
