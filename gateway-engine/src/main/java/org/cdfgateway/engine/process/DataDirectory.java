package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;

/** A cluster's files. They appear by a rename, so they are whole if they exist. */
final class DataDirectory {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path home;
    private final PostgresBinaries binaries;
    private final Privileges privileges;
    private final Durability durability;

    DataDirectory(Path home, PostgresBinaries binaries, Privileges privileges, Durability durability) {
        this.home = home;
        this.binaries = binaries;
        this.privileges = privileges;
        this.durability = durability;
    }

    /** What {@code postgres -D} is given. */
    Path path() {
        return in(home);
    }

    static Path in(Path home) {
        return home.resolve("data").resolve("pgdata");
    }

    boolean exists() {
        return Files.isDirectory(path());
    }

    /** Runs initdb: half a second of work, more where the files are synced. */
    void initialise(Secret adminPassword) throws IOException {
        Path parent = home.resolve("data");
        privileges.ownDirectory(parent);
        Path unfinished = parent.resolve("initdb");
        Path passwordFile = parent.resolve("password");
        Directories.delete(unfinished);
        try {
            Permissions.writePrivately(passwordFile, adminPassword.reveal());
            privileges.handOver(passwordFile);
            CommandOutcome outcome = CommandOutcome.of(privileges.wrap(initdb(unfinished, passwordFile)), Path.of("/"));
            if (outcome.exitCode() != 0) {
                throw new GatewayException(
                                ErrorKind.CANNOT_CONNECT_NOW,
                                "initdb failed in " + parent + ": "
                                        + outcome.output().strip())
                        .withHint("Is there space, and may the gateway write there?");
            }
            Files.move(unfinished, path(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    void delete() throws IOException {
        Directories.delete(home.resolve("data"));
        Files.deleteIfExists(bootMarker());
    }

    /** Call before every start. */
    void markInUse() throws IOException {
        if (Files.exists(BOOT_ID)) {
            Files.copy(BOOT_ID, bootMarker(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Call after a stop in good order. */
    void markUnused() throws IOException {
        Files.deleteIfExists(bootMarker());
    }

    /** Whether the system went down while a cluster without fsync was running; then its files cannot be trusted. */
    boolean lostWrites() throws IOException {
        return durability == Durability.DISPOSABLE
                && Files.exists(bootMarker())
                && Files.exists(BOOT_ID)
                && !Files.readString(bootMarker()).equals(Files.readString(BOOT_ID));
    }

    private Path bootMarker() {
        return home.resolve("in-use-since-boot");
    }

    private List<String> initdb(Path target, Path passwordFile) {
        List<String> command = new ArrayList<>(List.of(
                binaries.initdb().toString(),
                "--pgdata=" + target,
                "--username=" + ClusterAccess.ADMIN,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // C.UTF-8 from PostgreSQL itself sorts by code point like the scan endpoint, and knows all letters.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=" + (Files.exists(Path.of("/proc")) ? "C.UTF-8" : "C"),
                "--no-instructions",
                // The passwords carry 256 bits: hashing them thousands of times only makes every login slower.
                "--set=scram_iterations=1"));
        if (durability == Durability.DISPOSABLE) {
            command.addAll(List.of("--no-sync", "--no-data-checksums"));
        }
        return command;
    }
}
