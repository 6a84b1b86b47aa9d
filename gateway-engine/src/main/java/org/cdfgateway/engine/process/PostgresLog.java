package org.cdfgateway.engine.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a PostgreSQL process writes to its standard error: the last lines in memory, and everything in a file of at
 * most two times 1 MB.
 *
 * <p>Once PostgreSQL is ready, only lines with the log prefix are kept. The others are what backends write by themselves,
 * foremost the listing of memory contexts when memory ran out, and that quotes users' statements.
 */
final class PostgresLog {

    /** What every message begins with: {@code log_line_prefix}. */
    static final String PREFIX = "postgres[";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresLog.class);
    private static final long MAX_FILE_BYTES = 1 << 20;
    private static final int LAST_WORDS_SECONDS = 1;
    private static final int MAX_LINES = 20;
    private static final int MAX_LINE_LENGTH = 2_000;

    private final Path file;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean ready;

    PostgresLog(Path file) {
        this.file = file;
    }

    /** Reads until the process ends. */
    void follow(InputStream output, String name) {
        Thread thread = new Thread(() -> read(output), "postgres-log-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on users' statements may run. */
    void setReady() {
        ready = true;
    }

    synchronized String tail() {
        return String.join("\n", lastLines);
    }

    /** The last lines of a process that has ended: waits a moment for those that are still on their way. */
    String wholeTail() {
        try {
            if (!ended.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("a child of the ended PostgreSQL still holds its standard error");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return tail();
    }

    private void read(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!ready || line.startsWith(PREFIX)) {
                    keep(line.length() > MAX_LINE_LENGTH ? line.substring(0, MAX_LINE_LENGTH) : line);
                }
            }
        } catch (IOException e) {
            LOG.debug("stopped reading the log of PostgreSQL", e);
        } finally {
            ended.countDown();
        }
    }

    private synchronized void keep(String line) {
        lastLines.addLast(line);
        if (lastLines.size() > MAX_LINES) {
            lastLines.removeFirst();
        }
        try {
            if (Files.exists(file) && Files.size(file) > MAX_FILE_BYTES) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // A full disk must not stop the reading: PostgreSQL would wait for us.
            LOG.debug("cannot write to {}", file, e);
        }
    }
}
