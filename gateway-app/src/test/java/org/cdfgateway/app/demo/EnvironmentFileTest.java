package org.cdfgateway.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {

    @TempDir
    private Path directory;

    @Test
    void replacesTheOldFileByOneThatOnlyItsOwnerReads() throws IOException {
        Path path = Files.writeString(directory.resolve("demo.env"), "PGPORT=1\nPGUSER=old\n");

        new EnvironmentFile(path).write(List.of("PGPORT=2"));

        assertThat(path).hasContent("PGPORT=2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(directory).isDirectoryContaining(path::equals);
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void forgetsWhatAnEarlierDemoLeft() throws IOException {
        Path path = Files.writeString(directory.resolve("demo.env"), "PGPORT=1\n");

        new EnvironmentFile(path).forget();

        assertThat(path).doesNotExist();
    }

    @Test
    void namesTheFlagWhenTheFileCannotBeWritten() {
        EnvironmentFile file = new EnvironmentFile(directory.resolve("absent").resolve("demo.env"));

        assertThatThrownBy(() -> file.write(List.of("PGPORT=2")))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        failure -> assertThat(failure.hint()).contains("Choose another one with --env-file."))
                .hasMessageContaining("absent");
    }
}
