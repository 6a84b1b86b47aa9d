package org.cdfgateway.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresLogTest {

    @TempDir
    Path directory;

    @Test
    void keepsEverythingWhilePostgresStarts() {
        assertThat(tailAfter("setpriv: not permitted\npostgres[1] LOG:  starting\n"))
                .isEqualTo("setpriv: not permitted\npostgres[1] LOG:  starting");
    }

    @Test
    void keepsOnlyMessagesOncePostgresIsReady() {
        PostgresLog log = new PostgresLog(file());
        log.setReady();

        follow(log, "TopMemoryContext: 1\n  CachedPlanSource: SELECT 'secret'\npostgres[1] LOG:  x\n\tSTATEMENT\n");

        assertThat(log.wholeTail()).isEqualTo("postgres[1] LOG:  x");
        assertThat(file()).hasContent("postgres[1] LOG:  x\n");
    }

    @Test
    void keepsTheLastLinesInMemory() {
        assertThat(tailAfter("line\n".repeat(100) + "last\n").lines())
                .hasSize(20)
                .endsWith("last");
    }

    @Test
    void boundsTheFile() throws Exception {
        follow(new PostgresLog(file()), ("x".repeat(3_000) + "\n").repeat(2_000));

        assertThat(Files.size(file()) + Files.size(directory.resolve("log.1"))).isLessThan(2 * (1 << 20) + 10_000);
    }

    private String tailAfter(String output) {
        PostgresLog log = new PostgresLog(file());
        follow(log, output);
        return log.wholeTail();
    }

    private static void follow(PostgresLog log, String output) {
        log.follow(new ByteArrayInputStream(output.getBytes(StandardCharsets.UTF_8)), "test");
        assertThat(log.wholeTail()).isNotEmpty();
    }

    private Path file() {
        return directory.resolve("log");
    }
}
