package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * {@code postmaster.pid}: what a running PostgreSQL tells about itself, a line each: process id, data directory, start
 * time, port, socket directory, listen address, shared memory, status (PostgreSQL sources, {@code utils/pidfile.h}).
 */
record PostmasterFile(Path path) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static PostmasterFile in(Path dataDirectory) {
        return new PostmasterFile(dataDirectory.resolve("postmaster.pid"));
    }

    OptionalLong processId() throws IOException {
        List<String> lines = lines();
        if (lines.isEmpty() || !lines.get(0).matches("-?\\d{1,18}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.abs(Long.parseLong(lines.get(0))));
    }

    /** Where it listens, when it is ready. */
    OptionalInt port() throws IOException {
        return saysReady()
                ? OptionalInt.of(Integer.parseInt(lines().get(PORT_LINE).strip()))
                : OptionalInt.empty();
    }

    boolean saysReady() throws IOException {
        List<String> lines = lines();
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(path);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
