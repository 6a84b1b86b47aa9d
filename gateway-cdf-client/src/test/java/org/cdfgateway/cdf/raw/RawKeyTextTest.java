package org.cdfgateway.cdf.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cdfgateway.domain.table.ColumnType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RawKeyTextTest {

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments(ColumnType.TEXT, " a/ø\"", " a/ø\""),
                arguments(ColumnType.BIGINT, -5L, "-5"),
                arguments(ColumnType.BOOLEAN, true, "true"),
                arguments(ColumnType.DOUBLE, 5.0, "5"),
                arguments(ColumnType.DOUBLE, -0.0, "-0.0"),
                arguments(ColumnType.DOUBLE, 0.1, "0.1"),
                arguments(ColumnType.DOUBLE, Double.NaN, "NaN"),
                arguments(ColumnType.REAL, (double) 0.1f, "0.1"),
                arguments(ColumnType.TIMESTAMPTZ, 1_500L, "1970-01-01T00:00:00.001500Z"),
                arguments(ColumnType.BYTEA, "\\x00ff10", "AP8Q"),
                arguments(ColumnType.JSON, "{\"a\": 1}", "{\"a\": 1}"),
                arguments(ColumnType.TEXT_ARRAY, Arrays.asList("a", null), "[\"a\",null]"),
                arguments(ColumnType.BIGINT_ARRAY, Arrays.asList(1L, 2L), "[1,2]"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void givesEachValueOneText(ColumnType type, Object value, String key) throws NotConvertible {
        assertThat(RawKeyText.of(type, value)).isEqualTo(key);
        assertThat(RawKeyText.read(type, key)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BIGINT;007;7",
                "BIGINT;5.0;5",
                "BOOLEAN;t;true",
                "DOUBLE;5.0;5",
                "DOUBLE;1e3;1000",
                "TIMESTAMPTZ;2026-01-01;2026-01-01T00:00:00Z",
                "BYTEA;AP8;AP8=",
                "BIGINT_ARRAY;[1, 2];[1,2]"
            })
    void tellsHowAKeyWouldBeSpelled(ColumnType type, String key, String expected) {
        assertThatExceptionOfType(NotConvertible.class)
                .isThrownBy(() -> RawKeyText.read(type, key))
                .withMessageContaining("\"" + expected + "\"");
    }

    @ParameterizedTest
    @CsvSource({"BIGINT,x", "BOOLEAN,2", "TIMESTAMPTZ,soon", "JSON,{", "JSON,1 2", "TEXT_ARRAY,a"})
    void refusesKeysOfNoValue(ColumnType type, String key) {
        assertThatExceptionOfType(NotConvertible.class)
                .isThrownBy(() -> RawKeyText.read(type, key))
                .withMessage("the key itself");
    }
}
