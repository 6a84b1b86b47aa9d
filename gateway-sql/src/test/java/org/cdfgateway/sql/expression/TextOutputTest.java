package org.cdfgateway.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cdfgateway.domain.table.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextOutputTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01 00:00:00.000000+00",
        "-1, 1969-12-31 23:59:59.999999+00",
        "1704110400123456, 2024-01-01 12:00:00.123456+00",
        "-62135596800000000, 0001-01-01 00:00:00.000000+00",
        "-62135596800000001, 0001-12-31 23:59:59.999999+00 BC",
        "9223372036854775807, infinity",
        "-9223372036854775808, -infinity"
    })
    void writesTimes(long micros, String text) {
        assertThat(TextOutput.text(ColumnType.TIMESTAMPTZ, micros)).isEqualTo(text);
        assertThat(TextInput.parse(ValueType.TIMESTAMPTZ, text)).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0, 0.1, 1e300, 4.9e-324, Double.NaN, Double.POSITIVE_INFINITY, -1.5})
    void writesNumbers(double value) {
        assertThat(TextInput.parse(ValueType.DOUBLE, TextOutput.text(ColumnType.DOUBLE, value)))
                .isEqualTo(value);
    }

    @Test
    void writesLists() {
        List<String> texts = List.of("plain", "", "a \"quoted\" \\ text", "NULL", "{a,b}", "it's");

        assertThat(TextInput.parse(ValueType.TEXT.array(), TextOutput.text(ColumnType.TEXT_ARRAY, texts)))
                .isEqualTo(texts);
        assertThat(TextOutput.text(ColumnType.BIGINT_ARRAY, List.of(1L, -2L))).isEqualTo("{\"1\",\"-2\"}");
        assertThat(TextOutput.text(ColumnType.TEXT_ARRAY, List.of())).isEqualTo("{}");
    }
}
