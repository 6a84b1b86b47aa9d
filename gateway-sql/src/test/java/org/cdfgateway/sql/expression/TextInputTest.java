package org.cdfgateway.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextInputTest {

    /** Microseconds as PostgreSQL gives them: {@code extract(epoch from t) * 1000000}. */
    @ParameterizedTest
    @CsvSource({
        "1970-01-01 00:00:00+00, 0",
        "1969-12-31 23:59:59.999999+00, -1",
        "2024-02-29 12:34:56.1+00, 1709210096100000",
        "2024-02-29 18:04:56.1+05:30, 1709210096100000",
        "2024-02-29 07:34:56.1-05, 1709210096100000",
        "1880-01-01 05:53:28+05:53:28, -2840140800000000",
        "2024-02-29 12:34:56, 1709210096000000",
        "0001-12-31 00:00:00+00 BC, -62135683200000000",
        "12024-01-01 00:00:00+00, 317273587200000000",
        "infinity, 9223372036854775807",
        "-infinity, -9223372036854775808",
        "294276-12-31 23:59:59.999999+00, 9223372036854775806",
    })
    void readsTimes(String text, long micros) {
        assertThat(TextInput.parse(ValueType.TIMESTAMPTZ, text)).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2024-01-01", "2024-13-01 00:00:00+00", "2024-01-01 00:00:00+00 AD", "yesterday"})
    void refusesOtherTimes(String text) {
        assertInvalid(ValueType.TIMESTAMPTZ, text);
    }

    @Test
    void readsNumbers() {
        assertThat(TextInput.parse(ValueType.INTEGER, "-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(TextInput.parse(ValueType.DOUBLE, "1e-300")).isEqualTo(1e-300);
        assertThat(TextInput.parse(ValueType.DOUBLE, "-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(TextInput.parse(ValueType.DOUBLE, "NaN")).isEqualTo(Double.NaN);
        assertThat(TextInput.parse(ValueType.of(ValueFamily.REAL), "1.1")).isEqualTo((double) 1.1f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1d", "0x1p3", "e", "infinity!"})
    void refusesOtherDoubles(String text) {
        assertInvalid(ValueType.DOUBLE, text);
    }

    @Test
    void readsArrays() {
        assertThat(TextInput.parse(ValueType.INTEGER.array(), "{}")).isEqualTo(List.of());
        assertThat(TextInput.parse(ValueType.INTEGER.array(), "{1,-2,NULL}")).isEqualTo(Arrays.asList(1L, -2L, null));
        assertThat(TextInput.parse(ValueType.TEXT.array(), "{a b,\"\",\"NULL\",\"q\\\"\\\\,}\"}"))
                .isEqualTo(List.of("a b", "", "NULL", "q\"\\,}"));
        assertThat(TextInput.parse(ValueType.INTEGER.array(), "[0:1]={{1},{2}}"))
                .isEqualTo(List.of(1L, 2L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{1", "{1}}", "{1,x}", "[1:2]"})
    void refusesOtherArrays(String text) {
        assertInvalid(ValueType.INTEGER.array(), text);
    }

    @Test
    void readsTruth() {
        assertThat(TextInput.parse(ValueType.BOOLEAN, "t")).isEqualTo(true);
        assertThat(TextInput.parse(ValueType.BOOLEAN, "f")).isEqualTo(false);
        assertInvalid(ValueType.BOOLEAN, "maybe");
    }

    private static void assertInvalid(ValueType type, String text) {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> TextInput.parse(type, text))
                .withMessageStartingWith("invalid input syntax for type ")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_TEXT_REPRESENTATION));
    }
}
