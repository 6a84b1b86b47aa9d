package org.cdfgateway.pgwire.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.domain.table.ColumnType.BIGINT;
import static org.cdfgateway.domain.table.ColumnType.BIGINT_ARRAY;
import static org.cdfgateway.domain.table.ColumnType.BOOLEAN;
import static org.cdfgateway.domain.table.ColumnType.DOUBLE;
import static org.cdfgateway.domain.table.ColumnType.JSON;
import static org.cdfgateway.domain.table.ColumnType.TEXT;
import static org.cdfgateway.domain.table.ColumnType.TEXT_ARRAY;
import static org.cdfgateway.domain.table.ColumnType.TIMESTAMPTZ;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cdfgateway.domain.table.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts as PostgreSQL 18 prints them; {@code TypeAgreementIT} asks it. */
class PgTypeTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments(BOOLEAN, true, "t"),
                arguments(BOOLEAN, false, "f"),
                arguments(BIGINT, 0L, "0"),
                arguments(BIGINT, -17L, "-17"),
                arguments(BIGINT, 1_000_000L, "1000000"),
                arguments(BIGINT, Long.MAX_VALUE, "9223372036854775807"),
                arguments(BIGINT, Long.MIN_VALUE, "-9223372036854775808"),
                arguments(DOUBLE, 0.0, "0"),
                arguments(DOUBLE, -0.0, "-0"),
                arguments(DOUBLE, 1.0, "1"),
                arguments(DOUBLE, 0.1, "0.1"),
                arguments(DOUBLE, -123.456, "-123.456"),
                arguments(DOUBLE, 0.0001, "0.0001"),
                arguments(DOUBLE, 0.00001, "1e-05"),
                arguments(DOUBLE, 123456789012345.0, "123456789012345"),
                arguments(DOUBLE, 12345678901234.5, "12345678901234.5"),
                arguments(DOUBLE, 1e15, "1e+15"),
                arguments(DOUBLE, 1234567890123456.0, "1.234567890123456e+15"),
                arguments(DOUBLE, 1e20, "1e+20"),
                arguments(DOUBLE, Double.parseDouble("1e23"), "9.999999999999999e+22"),
                arguments(DOUBLE, 2e-3, "0.002"),
                arguments(DOUBLE, Double.parseDouble("2e23"), "1.9999999999999998e+23"),
                arguments(DOUBLE, Double.MIN_VALUE, "5e-324"),
                arguments(DOUBLE, Double.MIN_NORMAL, "2.2250738585072014e-308"),
                arguments(DOUBLE, Double.MAX_VALUE, "1.7976931348623157e+308"),
                arguments(DOUBLE, Double.NaN, "NaN"),
                arguments(DOUBLE, Double.POSITIVE_INFINITY, "Infinity"),
                arguments(DOUBLE, Double.NEGATIVE_INFINITY, "-Infinity"),
                arguments(TEXT, "", ""),
                arguments(TEXT, "ä€😀\t\\", "ä€😀\t\\"),
                arguments(JSON, "{\"a\": [1, null]}", "{\"a\": [1, null]}"),
                arguments(TIMESTAMPTZ, 0L, "1970-01-01 00:00:00+00"),
                arguments(TIMESTAMPTZ, micros("2024-02-29T23:59:59.123Z"), "2024-02-29 23:59:59.123+00"),
                arguments(TIMESTAMPTZ, micros("2024-01-01T00:00:00.000001Z"), "2024-01-01 00:00:00.000001+00"),
                arguments(TIMESTAMPTZ, -1L, "1969-12-31 23:59:59.999999+00"),
                arguments(TIMESTAMPTZ, micros("0001-01-01T00:00:00Z"), "0001-01-01 00:00:00+00"),
                arguments(TIMESTAMPTZ, micros("0000-12-31T00:00:00Z"), "0001-12-31 00:00:00+00 BC"),
                arguments(TIMESTAMPTZ, micros("-0043-03-15T12:00:00Z"), "0044-03-15 12:00:00+00 BC"),
                arguments(TIMESTAMPTZ, micros("+12345-06-07T08:09:10Z"), "12345-06-07 08:09:10+00"),
                arguments(TIMESTAMPTZ, Long.MAX_VALUE, "infinity"),
                arguments(TIMESTAMPTZ, Long.MIN_VALUE, "-infinity"),
                arguments(BIGINT_ARRAY, List.of(), "{}"),
                arguments(BIGINT_ARRAY, List.of(1L, -2L, 3L), "{1,-2,3}"),
                arguments(BIGINT_ARRAY, Arrays.asList(1L, null), "{1,NULL}"),
                arguments(ColumnType.BYTEA, "\\x00ff", "\\x00ff"),
                arguments(ColumnType.REAL, 0.5, "0.5"),
                arguments(ColumnType.BOOLEAN_ARRAY, List.of(true, false), "{t,f}"),
                arguments(ColumnType.DOUBLE_ARRAY, List.of(0.1, Double.NaN), "{0.1,NaN}"),
                arguments(ColumnType.JSON_ARRAY, List.of("{\"a\": 1}"), "{\"{\\\"a\\\": 1}\"}"),
                arguments(TEXT_ARRAY, Arrays.asList("a", null), "{a,NULL}"),
                arguments(TEXT_ARRAY, List.of(), "{}"),
                arguments(TEXT_ARRAY, List.of("a", "b c", ""), "{a,\"b c\",\"\"}"),
                arguments(TEXT_ARRAY, List.of("null", "a,b", "{x}"), "{\"null\",\"a,b\",\"{x}\"}"),
                arguments(TEXT_ARRAY, List.of("say \"hi\"", "c:\\d"), "{\"say \\\"hi\\\"\",\"c:\\\\d\"}"),
                arguments(TEXT_ARRAY, List.of("a\nb", "ä"), "{\"a\nb\",ä}"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void writesText(ColumnType family, Object value, String text) {
        ByteBuf out = Unpooled.buffer(1);

        PgType.of(family).writeText(value, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void hasPostgresIdentifiers() {
        Map<ColumnType, Integer> oids = Map.ofEntries(
                Map.entry(BOOLEAN, 16),
                Map.entry(ColumnType.BYTEA, 17),
                Map.entry(ColumnType.JSON_ARRAY, 199),
                Map.entry(ColumnType.REAL, 700),
                Map.entry(ColumnType.BOOLEAN_ARRAY, 1000),
                Map.entry(ColumnType.REAL_ARRAY, 1021),
                Map.entry(ColumnType.DOUBLE_ARRAY, 1022),
                Map.entry(BIGINT, 20),
                Map.entry(TEXT, 25),
                Map.entry(JSON, 114),
                Map.entry(DOUBLE, 701),
                Map.entry(TEXT_ARRAY, 1009),
                Map.entry(BIGINT_ARRAY, 1016),
                Map.entry(TIMESTAMPTZ, 1184));

        for (ColumnType family : ColumnType.values()) {
            assertThat(PgType.of(family).oid()).isEqualTo(oids.get(family));
        }
    }

    private static long micros(String instant) {
        Instant parsed = Instant.parse(instant);
        return parsed.getEpochSecond() * 1_000_000 + parsed.getNano() / 1_000;
    }
}
