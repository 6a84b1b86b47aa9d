package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that runs on our data directory although its gateway is gone. Call only while holding the cluster's lock. */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final int PATIENCE_SECONDS = 10;

    private Orphan() {}

    /** Ends the orphan if there is one, and removes its {@code postmaster.pid}, which would keep the next from starting. */
    static void end(Path dataDirectory) throws IOException {
        OptionalLong processId = PostmasterFile.in(dataDirectory).processId();
        if (processId.isPresent()) {
            Optional<ProcessHandle> process = ProcessHandle.of(processId.getAsLong());
            if (process.isPresent() && runsOn(process.get(), dataDirectory)) {
                LOG.warn("ending process {}, a PostgreSQL left behind on {}", processId.getAsLong(), dataDirectory);
                end(process.get());
            }
            Files.deleteIfExists(PostmasterFile.in(dataDirectory).path());
        }
    }

    /** The number may have gone to some other process since. */
    private static boolean runsOn(ProcessHandle process, Path dataDirectory) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(dataDirectory.toString()))
                .orElse(false);
    }

    private static void end(ProcessHandle process) {
        for (String signal : new String[] {"INT", "QUIT", "KILL"}) {
            CommandOutcome.of(
                    java.util.List.of("sh", "-c", "kill -" + signal + " \"$0\"", Long.toString(process.pid())),
                    Path.of("/"));
            if (hasEnded(process)) {
                return;
            }
        }
        throw new GatewayException(
                        ErrorKind.CANNOT_CONNECT_NOW, "process " + process.pid() + " does not end, not even by SIGKILL")
                .withHint("Find out what holds it; it uses the state directory of this gateway.");
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(ErrorKind.ADMIN_SHUTDOWN, "interrupted while ending process " + process.pid())
                    .causedBy(e);
        }
    }
}
