package org.cdfgateway.cdf.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.SEQUENCE_ROWS;

import java.util.Map;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnValuesTest {

    private static Row row(@Nullable String columns, String values) {
        return Row.owning(5L, null, 1L, columns, values);
    }

    @Test
    void takesAnObject() {
        ColumnValues values = ColumnValues.of(row(null, "{\"flow\": 1.50, \"n\": 9007199254740993, \"t\": \"ø\\n\"}"));

        assertThat(values.byColumn())
                .containsEntry("flow", "1.50")
                .containsEntry("n", "9007199254740993")
                .containsEntry("t", "\"ø\\n\"");
    }

    @Test
    void takesAnArrayBesideItsColumns() {
        ColumnValues values = ColumnValues.of(row("[\"a\", \"b\"]", "[1, null]"));

        assertThat(values.byColumn()).containsExactly(entry("a", "1"), entry("b", "null"));
    }

    private static Map.Entry<String, String> entry(String column, String json) {
        return Map.entry(column, json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-               | [1]",
                "[\"a\"]         | [1, 2]",
                "[\"a\", \"a\"]  | [1, 2]",
                "[\"b\"]         | {\"a\": 1}",
                "[1]             | [1]",
                "{}              | [1]",
                "-               | {\"a\": {\"b\": 1}}",
                "-               | {\"a\": [1]}",
                "-               | {\"a\": null}",
                "-               | {}",
                "-               | 5",
            })
    void refusesOtherShapes(@Nullable String columns, String values) {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> ColumnValues.of(row(columns, values)))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE));
    }

    @Test
    void aReplacementGivesNullToColumnsThatLoseTheirValue() {
        Row before = Row.owning(5L, "curve", 1L, "[\"a\",\"b\"]", "{\"a\":1,\"b\":2}");

        Row replacing = ColumnValues.replacing(before, before.with(position("values"), "{\"b\": 3, \"c\": \"x\"}"));

        assertThat(replacing).isEqualTo(Row.owning(5L, null, 1L, null, "{\"b\":3,\"c\":\"x\",\"a\":null}"));
    }

    @Test
    void anArrayReplacesTheColumnsThatTheRowHad() {
        Row before = Row.owning(null, "curve", 1L, "[\"a\",\"b\"]", "{\"a\":1,\"b\":2}");

        Row replacing = ColumnValues.replacing(before, before.with(position("values"), "[3, null]"));

        assertThat(replacing).isEqualTo(Row.owning(null, "curve", 1L, null, "{\"a\":3,\"b\":null}"));
    }

    @Test
    void isReadWithoutNulls() {
        assertThat(ColumnValues.stored(row("[\"a\", \"b\", \"\\\"\"]", "[1, null, 2]")))
                .isEqualTo(row("[\"a\",\"\\\"\"]", "{\"a\":1,\"\\\"\":2}"));
    }

    private static int position(String column) {
        return SEQUENCE_ROWS.position(column).orElseThrow();
    }
}
