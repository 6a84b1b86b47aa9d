package org.cdfgateway.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compiled classes do not tell their literals to ArchUnit, so this rule reads the sources. */
final class SqlStateLiteralsTest {

    /** A quoted text of a SQLSTATE's shape whose first two characters are one of PostgreSQL's classes. */
    private static final Pattern SQL_STATE = Pattern.compile(
            "\"(0[0-9ABFLPZ]|2[0-8BDF]|3[489BDF]|40|42|44|5[3-8]|F0|HV|P0|XX)([0-9]{3}|[0-9]{2}[A-Z]|[A-Z][0-9]{2})\"");

    private static final Path HOME = Path.of("pgwire", "error");

    @Test
    void onlyPgwireErrorMentionsSqlStates() throws IOException {
        List<Path> sources = sources();

        assertThat(sources).anyMatch(SqlStateLiteralsTest::isAtHome);
        assertThat(sources.stream()
                        .filter(source -> !isAtHome(source))
                        .filter(source -> SQL_STATE.matcher(read(source)).find()))
                .as("one switch turns error kinds into codes; use an ErrorKind instead")
                .isEmpty();
    }

    private static boolean isAtHome(Path source) {
        return source.resolveSibling("").endsWith(HOME);
    }

    private static List<Path> sources() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SqlStateLiteralsTest::javaFiles)
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
