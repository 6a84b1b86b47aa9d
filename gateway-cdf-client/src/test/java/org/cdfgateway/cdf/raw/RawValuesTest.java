package org.cdfgateway.cdf.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.domain.table.custom.CustomColumnType.BIGINT;
import static org.cdfgateway.domain.table.custom.CustomColumnType.BIGINT_ARRAY;
import static org.cdfgateway.domain.table.custom.CustomColumnType.BOOL;
import static org.cdfgateway.domain.table.custom.CustomColumnType.BOOL_ARRAY;
import static org.cdfgateway.domain.table.custom.CustomColumnType.BYTEA;
import static org.cdfgateway.domain.table.custom.CustomColumnType.DOUBLE_PRECISION;
import static org.cdfgateway.domain.table.custom.CustomColumnType.DOUBLE_PRECISION_ARRAY;
import static org.cdfgateway.domain.table.custom.CustomColumnType.JSON;
import static org.cdfgateway.domain.table.custom.CustomColumnType.JSON_ARRAY;
import static org.cdfgateway.domain.table.custom.CustomColumnType.REAL;
import static org.cdfgateway.domain.table.custom.CustomColumnType.REAL_ARRAY;
import static org.cdfgateway.domain.table.custom.CustomColumnType.TEXT;
import static org.cdfgateway.domain.table.custom.CustomColumnType.TEXT_ARRAY;
import static org.cdfgateway.domain.table.custom.CustomColumnType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.custom.CustomColumnType.VARCHAR;
import static org.cdfgateway.domain.table.custom.CustomColumnType.VARCHAR_ARRAY;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cdfgateway.cdf.row.JsonText;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RawValuesTest {

    static Stream<Arguments> storedForms() {
        return Stream.of(
                arguments(BOOL, true, "true"),
                arguments(BOOL_ARRAY, Arrays.asList(true, null, false), "[true,null,false]"),
                arguments(BIGINT, Long.MAX_VALUE, "9223372036854775807"),
                arguments(BIGINT, Long.MIN_VALUE, "-9223372036854775808"),
                arguments(BIGINT, (1L << 53) + 1, "9007199254740993"),
                arguments(BIGINT_ARRAY, Arrays.asList(1L, null, (1L << 53) + 1), "[1,null,9007199254740993]"),
                arguments(DOUBLE_PRECISION, 0.1, "0.1"),
                arguments(DOUBLE_PRECISION, -0.0, "-0.0"),
                arguments(DOUBLE_PRECISION, Double.MIN_VALUE, "4.9E-324"),
                arguments(DOUBLE_PRECISION, Double.NaN, "\"NaN\""),
                arguments(DOUBLE_PRECISION, Double.NEGATIVE_INFINITY, "\"-Infinity\""),
                arguments(DOUBLE_PRECISION_ARRAY, Arrays.asList(1.5, null, Double.NaN), "[1.5,null,\"NaN\"]"),
                arguments(REAL, (double) 0.1f, "0.1"),
                arguments(REAL, (double) Float.MAX_VALUE, "3.4028235E38"),
                arguments(REAL, Double.POSITIVE_INFINITY, "\"Infinity\""),
                arguments(REAL_ARRAY, Arrays.asList((double) 0.3f, null), "[0.3,null]"),
                arguments(TEXT, "ø 🙂 \"quoted\"\n", "\"ø 🙂 \\\"quoted\\\"\\n\""),
                arguments(VARCHAR, "", "\"\""),
                arguments(TEXT_ARRAY, Arrays.asList("a,b", null, "{}"), "[\"a,b\",null,\"{}\"]"),
                arguments(VARCHAR_ARRAY, List.of(), "[]"),
                arguments(TIMESTAMPTZ, 0L, "\"1970-01-01T00:00:00Z\""),
                arguments(TIMESTAMPTZ, 1_767_225_600_123_456L, "\"2026-01-01T00:00:00.123456Z\""),
                arguments(TIMESTAMPTZ, -1L, "\"1969-12-31T23:59:59.999999Z\""),
                arguments(TIMESTAMPTZ, -62_198_755_200_000_000L, "\"-0001-01-01T00:00:00Z\""),
                arguments(TIMESTAMPTZ, 253_402_300_800_000_000L, "\"+10000-01-01T00:00:00Z\""),
                arguments(TIMESTAMPTZ, Long.MAX_VALUE, "\"infinity\""),
                arguments(TIMESTAMPTZ, Long.MIN_VALUE, "\"-infinity\""),
                arguments(BYTEA, "\\x00ff10", "\"AP8Q\""),
                arguments(BYTEA, "\\x", "\"\""),
                arguments(JSON, "{\"n\":1.50,\"big\":12345678901234567890123}", null),
                arguments(JSON, "\"text\"", null),
                arguments(JSON_ARRAY, Arrays.asList("{\"a\":[]}", null, "1"), "[{\"a\":[]},null,1]"));
    }

    @ParameterizedTest
    @MethodSource("storedForms")
    void readsBackWhatItWrites(CustomColumnType type, Object value, @Nullable String stored) throws Exception {
        String written = written(type, value);

        assertThat(written).isEqualTo(stored == null ? value : stored);
        assertThat(read(type, written)).isEqualTo(value);
    }

    static Stream<Arguments> otherForms() {
        return Stream.of(
                arguments(BOOL, "\"TRUE\"", true),
                arguments(BOOL, "\" false \"", false),
                arguments(BOOL, "1", true),
                arguments(BOOL, "\"no\"", false),
                arguments(BIGINT, "\"42\"", 42L),
                arguments(BIGINT, "\" -7 \"", -7L),
                arguments(BIGINT, "5.0", 5L),
                arguments(BIGINT, "1e3", 1_000L),
                arguments(BIGINT, "0e99999999", 0L),
                arguments(BIGINT, "\"9223372036854775807\"", Long.MAX_VALUE),
                arguments(BIGINT_ARRAY, "[\"1\", 2.0, null]", Arrays.asList(1L, 2L, null)),
                arguments(DOUBLE_PRECISION, "7", 7.0),
                arguments(DOUBLE_PRECISION, "\"1.5e3\"", 1_500.0),
                arguments(DOUBLE_PRECISION, "\"nan\"", Double.NaN),
                arguments(DOUBLE_PRECISION, "\"-inf\"", Double.NEGATIVE_INFINITY),
                arguments(REAL, "0.1", (double) 0.1f),
                arguments(REAL, "\"16777217\"", 16_777_216.0),
                arguments(TEXT, "1.50", "1.50"),
                arguments(TEXT, "true", "true"),
                arguments(TEXT, "{\"a\": [1, null]}", "{\"a\":[1,null]}"),
                arguments(TEXT, "\"a\\u0000b\"", "a\uFFFDb"),
                arguments(
                        VARCHAR_ARRAY,
                        "[1, \"a\", true, {\"b\": 2}, null]",
                        Arrays.asList("1", "a", "true", "{\"b\":2}", null)),
                arguments(TIMESTAMPTZ, "1767225600123", 1_767_225_600_123_000L),
                arguments(TIMESTAMPTZ, "-1.5", -1_500L),
                arguments(TIMESTAMPTZ, "\"1767225600123\"", 1_767_225_600_123_000L),
                arguments(TIMESTAMPTZ, "\"2026-01-01\"", 1_767_225_600_000_000L),
                arguments(TIMESTAMPTZ, "\"2026-01-01 00:00\"", 1_767_225_600_000_000L),
                arguments(TIMESTAMPTZ, "\"2026-01-01t01:00:00+01\"", 1_767_225_600_000_000L),
                arguments(TIMESTAMPTZ, "\"2025-12-31T19:30:00.5-0430\"", 1_767_225_600_500_000L),
                arguments(TIMESTAMPTZ, "\"2026-01-01 00:00:00.1234567 +00:00\"", 1_767_225_600_123_457L),
                arguments(BYTEA, "\"AP8\"", "\\x00ff"),
                arguments(BYTEA, "\"\\\\x00FF\"", "\\x00ff"),
                arguments(JSON, "[1, \"a\"]", "[1,\"a\"]"),
                arguments(JSON_ARRAY, "[1.50, \"a\"]", List.of("1.50", "\"a\"")));
    }

    @ParameterizedTest
    @MethodSource("otherForms")
    void readsWhatOthersWrite(CustomColumnType type, String json, Object value) throws Exception {
        assertThat(read(type, json)).isEqualTo(value);
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                arguments(BOOL, "\"maybe\"", "the text \"maybe\""),
                arguments(BOOL, "2", "the number 2"),
                arguments(BOOL_ARRAY, "true", "the value true"),
                arguments(BIGINT, "1.5", "the number 1.5"),
                arguments(BIGINT, "9223372036854775808", "the number 9223372036854775808"),
                arguments(BIGINT, "1e999999999", "the number 1e999999999"),
                arguments(BIGINT, "\"\"", "the text \"\""),
                arguments(BIGINT, "true", "the value true"),
                arguments(BIGINT, "{\"a\": {}}", "an object"),
                arguments(BIGINT_ARRAY, "[1, [2], \"x\"]", "an array with an array"),
                arguments(BIGINT_ARRAY, "{}", "an object"),
                arguments(DOUBLE_PRECISION, "1e400", "the number 1e400"),
                arguments(DOUBLE_PRECISION, "\"1,5\"", "the text \"1,5\""),
                arguments(DOUBLE_PRECISION, "\"0x1p3\"", "the text \"0x1p3\""),
                arguments(DOUBLE_PRECISION_ARRAY, "[\"x\"]", "an array with the text \"x\""),
                arguments(REAL, "1e39", "the number 1e39"),
                arguments(REAL_ARRAY, "[1e39]", "an array with the number 1e39"),
                arguments(TEXT_ARRAY, "\"a\"", "the text \"a\""),
                arguments(VARCHAR_ARRAY, "5", "the number 5"),
                arguments(TIMESTAMPTZ, "\"yesterday\"", "the text \"yesterday\""),
                arguments(TIMESTAMPTZ, "\"2026-02-30\"", "the text \"2026-02-30\""),
                arguments(TIMESTAMPTZ, "1e300", "the number 1e300"),
                arguments(TIMESTAMPTZ, "\"-9999-01-01\"", "the text \"-9999-01-01\""),
                arguments(BYTEA, "\"a*b\"", "the text \"a*b\""),
                arguments(BYTEA, "1234", "the number 1234"),
                arguments(BYTEA, "\"\\\\x0\"", "the text \"\\x0\""),
                arguments(JSON_ARRAY, "{\"a\": 1}", "an object"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void tellsWhatDoesNotFit(CustomColumnType type, String json, String found) {
        assertThatExceptionOfType(NotConvertible.class)
                .isThrownBy(() -> read(type, json))
                .withMessage(found);
    }

    @ParameterizedTest
    @EnumSource
    void readsNullAsNull(CustomColumnType type) throws Exception {
        assertThat(read(type, "null")).isNull();
    }

    private static String written(CustomColumnType type, Object value) throws IOException {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = JsonText.generator(json)) {
            RawValues.write(value, type.sqlType().family(), generator);
        }
        return json.toString();
    }

    /** Checks too that the parser is left on the value's last token. */
    private static @Nullable Object read(CustomColumnType type, String json) throws Exception {
        try (JsonParser parser = JsonText.parser("[" + json + ",\"next\"]")) {
            parser.nextToken();
            parser.nextToken();
            try {
                return RawValues.read(parser, type.sqlType().family());
            } finally {
                assertThat(parser.nextToken()).isNotNull();
                assertThat(parser.getText()).isEqualTo("next");
            }
        }
    }
}
