package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a cluster from whatever state it is found in to accepting connections. One thread at a time. */
final class ClusterStart {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterStart.class);

    private final ClusterSpec spec;
    private final Path home;
    private final PostgresBinaries binaries;
    private final Privileges privileges;
    private final DataDirectory data;
    private final ClusterPreparation preparation;

    ClusterStart(
            ClusterSpec spec,
            Path home,
            PostgresBinaries binaries,
            Privileges privileges,
            ClusterPreparation preparation) {
        this.spec = spec;
        this.home = home;
        this.binaries = binaries;
        this.privileges = privileges;
        this.data = new DataDirectory(home, binaries, privileges, spec.durability());
        this.preparation = preparation;
    }

    /** A PostgreSQL that accepts connections. */
    record Running(PostgresProcess process, ClusterAccess access) {}

    DataDirectory data() {
        return data;
    }

    /**
     * Ends what an earlier gateway left running, initialises what is missing, rebuilds a disposable cluster that does not
     * come up, and starts PostgreSQL.
     *
     * @throws StartFailure when the port is taken or the predecessor has not quite ended: worth another attempt
     * @throws GatewayException CANNOT_CONNECT_NOW when only a person can help
     */
    Running start(int port) throws IOException, StartFailure {
        Orphan.end(data.path());
        Stragglers.end(data.path());
        if (data.lostWrites()) {
            LOG.warn("the system went down while cluster {} was running; it is built anew", spec.name());
            data.delete();
        }
        boolean fresh = !data.exists();
        try {
            return startOnce(port);
        } catch (StartFailure e) {
            if (e.isPortTaken() || e.isPredecessorEnding()) {
                throw e;
            }
            return startAgain(port, e, fresh);
        } catch (SQLException e) {
            return startAgain(port, e, fresh);
        }
    }

    private Running startAgain(int port, Exception reason, boolean fresh) throws IOException, StartFailure {
        if (fresh || spec.durability() == Durability.DURABLE) {
            throw failure(reason);
        }
        LOG.warn("cluster {} does not start and is built anew", spec.name(), reason);
        data.delete();
        try {
            return startOnce(port);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Running startOnce(int port) throws IOException, StartFailure, SQLException {
        ClusterSecret secret = ClusterSecret.in(home.resolve("secret"));
        if (!data.exists()) {
            data.initialise(secret.passwordOf(ClusterAccess.ADMIN));
        }
        data.markInUse();
        PostgresLog log = new PostgresLog(home.resolve("postgresql.log"));
        PostgresProcess process = PostgresProcess.start(
                new PostgresProcess.Launch(spec, binaries, privileges, data.path(), writeAccessFile()), port, log);
        ClusterAccess access = new ClusterAccess(port, secret);
        try {
            preparation.prepare(access);
            return new Running(process, access);
        } catch (SQLException | RuntimeException e) {
            process.stop();
            throw e;
        }
    }

    private Path writeAccessFile() throws IOException {
        Path file = home.resolve("pg_hba.conf");
        Files.writeString(
                file,
                Stream.concat(
                                Stream.of("host all " + ClusterAccess.ADMIN + " 127.0.0.1/32 scram-sha-256"),
                                spec.access().stream())
                        .collect(Collectors.joining("\n", "", "\n")));
        Permissions.set(file, "rw-r--r--");
        return file;
    }

    private GatewayException failure(Exception reason) {
        return new GatewayException(
                        ErrorKind.CANNOT_CONNECT_NOW,
                        "PostgreSQL cluster " + spec.name() + " does not start: " + reason.getMessage())
                .withHint("Its log is " + home.resolve("postgresql.log") + ".")
                .causedBy(reason);
    }
}
