package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.engine.process.ClusterStart.Running;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL cluster that runs as long as this object is open: when PostgreSQL dies it is started again, on the same
 * port, with growing pauses between attempts. Never outlives the gateway. Safe for use by several threads.
 */
public final class Cluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final int FIRST_START_ATTEMPTS = 20;
    private static final Duration START_PAUSE = Duration.ofMillis(100);

    /** After running this long a cluster was well, and pauses begin anew: it does not die of its own start. */
    private static final Duration WELL = Duration.ofSeconds(30);

    private final String name;
    private final ClusterLock lock;
    private final ClusterStart start;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ReentrantLock startOrStop = new ReentrantLock();
    private final BackOff backOff = new BackOff();
    private volatile @Nullable Running running;
    private int port;

    private Cluster(String name, ClusterLock lock, ClusterStart start) {
        this.name = name;
        this.lock = lock;
        this.start = start;
    }

    /**
     * Starts a cluster, and initialises it first when that has not happened yet. Returns when it accepts connections and
     * {@code preparation} is done.
     *
     * @throws GatewayException CANNOT_CONNECT_NOW when another gateway uses the directory or PostgreSQL does not start;
     *     INSUFFICIENT_PRIVILEGE, IO_ERROR, FEATURE_NOT_SUPPORTED or UNDEFINED_OBJECT when the installation is at fault
     */
    public static Cluster start(ClusterSpec spec, Installation installation, ClusterPreparation preparation) {
        Privileges privileges = Privileges.detect(installation.owner());
        StateDirectory state = StateDirectory.prepare(installation.stateDirectory(), privileges);
        Path home = state.path().resolve(spec.name());
        try {
            Files.createDirectories(home);
            Permissions.set(home, "rwx--x--x");
            ClusterLock lock = ClusterLock.acquire(home);
            try {
                PostgresBinaries binaries = PostgresBinaries.of(installation, state);
                Cluster cluster =
                        new Cluster(spec.name(), lock, new ClusterStart(spec, home, binaries, privileges, preparation));
                cluster.startFirst();
                Thread watch = new Thread(cluster::watch, "watch-" + spec.name());
                watch.setDaemon(true);
                watch.start();
                return cluster;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "PostgreSQL cluster " + home + " cannot be started: " + e)
                    .withHint("May the gateway write there, and is there space?")
                    .causedBy(e);
        }
    }

    /**
     * How to connect to a cluster that another process has started; empty when none is ready. It may end at any time.
     *
     * @throws GatewayException IO_ERROR when its directory cannot be read
     */
    public static Optional<ClusterAccess> ofAnother(String name, Installation installation) {
        Privileges privileges = Privileges.detect(installation.owner());
        Path home = StateDirectory.prepare(installation.stateDirectory(), privileges)
                .path()
                .resolve(name);
        try {
            OptionalInt port = PostmasterFile.in(DataDirectory.in(home)).port();
            return port.isPresent()
                    ? Optional.of(new ClusterAccess(port.getAsInt(), ClusterSecret.in(home.resolve("secret"))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "PostgreSQL cluster " + home + " cannot be joined: " + e)
                    .withHint("Run the command as the user that the gateway runs as.")
                    .causedBy(e);
        }
    }

    /** @throws GatewayException CANNOT_CONNECT_NOW while PostgreSQL is being restarted, and after {@link #close()} */
    public ClusterAccess access() {
        Running current = running;
        if (current == null) {
            throw new GatewayException(
                            ErrorKind.CANNOT_CONNECT_NOW,
                            "PostgreSQL cluster " + name + " is not running at the moment")
                    .withHint("Try again in some seconds.");
        }
        return current.access();
    }

    /** Ends all sessions and PostgreSQL. Idempotent. */
    @Override
    public void close() {
        closing.countDown();
        startOrStop.lock();
        try {
            Running current = running;
            running = null;
            if (current != null && current.process().stop()) {
                start.data().markUnused();
            }
            lock.close();
        } catch (IOException e) {
            LOG.warn("cluster {} was not closed in good order", name, e);
        } finally {
            startOrStop.unlock();
        }
    }

    private void startFirst() throws IOException {
        StartFailure last = null;
        for (int attempt = 0; attempt < FIRST_START_ATTEMPTS; attempt++) {
            port = FreePort.pick();
            try {
                setRunning(start.start(port));
                return;
            } catch (StartFailure e) {
                last = e;
                pause(START_PAUSE);
            }
        }
        GatewayException failure =
                new GatewayException(ErrorKind.CANNOT_CONNECT_NOW, "PostgreSQL cluster " + name + " does not start");
        throw last == null ? failure : failure.causedBy(last);
    }

    private void setRunning(Running started) {
        running = started;
        LOG.info(
                "PostgreSQL cluster {} runs as process {}",
                name,
                started.process().processId());
    }

    private void watch() {
        Running current = running;
        while (current != null && closing.getCount() > 0) {
            long since = System.nanoTime();
            current.process().awaitEnd();
            if (System.nanoTime() - since > WELL.toNanos()) {
                backOff.reset();
            }
            current = restart();
        }
    }

    private @Nullable Running restart() {
        if (closing.getCount() > 0) {
            running = null;
            LOG.error("PostgreSQL cluster {} has died", name);
        }
        while (!pause(backOff.next()) && !restartOnce()) {
            LOG.info("PostgreSQL cluster {} will be tried again", name);
        }
        return running;
    }

    private boolean restartOnce() {
        startOrStop.lock();
        try {
            if (closing.getCount() > 0) {
                setRunning(start.start(port));
            }
            return true;
        } catch (StartFailure | IOException | RuntimeException e) {
            LOG.error("PostgreSQL cluster {} cannot be restarted", name, e);
            return false;
        } finally {
            startOrStop.unlock();
        }
    }

    /** Waits; returns whether the cluster is being closed. */
    private boolean pause(Duration duration) {
        try {
            return closing.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
