package org.cdfgateway.pgwire.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cdfgateway.domain.error.ErrorKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against PostgreSQL's own list. */
class SqlStateTest {
    private static final Map<String, String> CODES = codes();

    @ParameterizedTest
    @EnumSource
    void hasPostgresCode(SqlState state) {
        String condition = state.name().toLowerCase(Locale.ROOT);

        assertThat(state.code()).hasSize(5);
        // Warnings are not in the list of errors.
        if (state != SqlState.WARNING) {
            assertThat(CODES).containsEntry(condition, state.code());
        }
    }

    @ParameterizedTest
    @EnumSource
    void mapsKindToTheConditionOfItsName(ErrorKind kind) {
        assertThat(CODES).containsEntry(kind.conditionName(), SqlState.of(kind).code());
    }

    private static Map<String, String> codes() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SqlStateTest.class.getResourceAsStream("postgresql-18-errcodes.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (first, second) -> first));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
