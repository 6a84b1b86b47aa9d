package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the {@code postgres} program, from its start to its end. */
final class PostgresProcess {

    /**
     * Starts PostgreSQL so that it cannot outlive the gateway: a process beside it waits on a pipe from the gateway. When
     * the pipe closes, because we close it or because the gateway is gone, however it died, that process asks PostgreSQL
     * to shut down fast (SIGINT) and, when that takes more than five seconds, at once (SIGQUIT). Two forks, so that it is
     * no child of PostgreSQL's.
     *
     * <p>Arguments: address space in KB or 0 for no limit; how much sooner than others the kernel kills this process when
     * memory runs out (0 to 1000, Linux only); the command.
     */
    private static final String SCRIPT = """
            exec 3<&0 </dev/null
            ( (
              read -r _ <&3
              kill -INT $$ || exit
              n=0
              while [ $n -lt 50 ] && kill -0 $$; do sleep 0.1; n=$((n + 1)); done
              kill -QUIT $$
            ) >/dev/null 2>&1 & )
            [ "$1" = 0 ] || ulimit -v "$1" || exit
            [ "$2" = 0 ] || echo "$2" >/proc/self/oom_score_adj
            shift 2
            exec "$@" 3<&-
            """;

    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
    private static final Path OOM_SCORE = Path.of("/proc/self/oom_score_adj");

    /** If the kernel has to kill something, then a session of the engine rather than the gateway. */
    private static final String SOONER = "500";

    private static final int POLL_MILLIS = 5;
    private static final int READY_SECONDS = 120;
    private static final int STOP_SECONDS = 15;
    private static final int BYTES_IN_KB = 1024;

    private final Process process;

    private PostgresProcess(Process process) {
        this.process = process;
    }

    /** What to start, but for the port. */
    record Launch(
            ClusterSpec spec, PostgresBinaries binaries, Privileges privileges, Path dataDirectory, Path accessFile) {

        private List<String> command(int port) {
            List<String> command = new ArrayList<>(List.of(
                    "sh",
                    "-c",
                    SCRIPT,
                    "sh",
                    Long.toString(spec.addressSpaceBytes() / BYTES_IN_KB),
                    spec.durability() == Durability.DISPOSABLE && Files.exists(OOM_SCORE) ? SOONER : "0",
                    binaries.postgres().toString(),
                    "-D",
                    dataDirectory.toString()));
            add(command, "hba_file", accessFile.toString());
            add(command, "listen_addresses", "127.0.0.1");
            add(command, "port", Integer.toString(port));
            add(command, "unix_socket_directories", "");
            add(command, "cluster_name", "gateway-" + spec.name());
            add(command, "log_line_prefix", PostgresLog.PREFIX + "%p] %m ");
            spec.settings().forEach((name, value) -> add(command, name, value));
            return privileges.wrap(command);
        }

        private static void add(List<String> command, String name, String value) {
            command.add("-c");
            command.add(name + "=" + value);
        }
    }

    /** Returns when PostgreSQL accepts connections. */
    static PostgresProcess start(Launch launch, int port, PostgresLog log) throws IOException, StartFailure {
        ProcessBuilder builder = new ProcessBuilder(launch.command(port))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true);
        CommandOutcome.cleanEnvironment(builder.environment());
        Process process = builder.start();
        log.follow(process.getInputStream(), launch.spec().name());
        PostgresProcess postgres = new PostgresProcess(process);
        try {
            postgres.awaitReady(PostmasterFile.in(launch.dataDirectory()), log);
        } catch (StartFailure | IOException | RuntimeException e) {
            postgres.stop();
            throw e;
        }
        log.setReady();
        return postgres;
    }

    private void awaitReady(PostmasterFile file, PostgresLog log) throws IOException, StartFailure {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!isReady(file)) {
            if (endsWithin(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new StartFailure("PostgreSQL ended with exit code " + process.exitValue(), log.wholeTail());
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure("PostgreSQL was not ready within " + READY_SECONDS + " s", log.tail());
            }
        }
    }

    /** A file left by an earlier run may say ready, too; hence the process id. */
    private boolean isReady(PostmasterFile file) throws IOException {
        return file.processId().orElse(0) == process.pid() && file.saysReady();
    }

    /** Waits until PostgreSQL ends by itself or is stopped. */
    void awaitEnd() {
        process.onExit().join();
    }

    long processId() {
        return process.pid();
    }

    /** Ends sessions and PostgreSQL. Returns whether it ended in good order, so that its files are complete. */
    boolean stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("the pipe to PostgreSQL was broken already", e);
        }
        if (endsWithin(STOP_SECONDS, TimeUnit.SECONDS)) {
            return process.exitValue() == 0;
        }
        process.destroyForcibly();
        endsWithin(STOP_SECONDS, TimeUnit.SECONDS);
        return false;
    }

    private boolean endsWithin(long time, TimeUnit unit) {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(ErrorKind.ADMIN_SHUTDOWN, "interrupted while waiting for PostgreSQL")
                    .causedBy(e);
        }
    }
}
