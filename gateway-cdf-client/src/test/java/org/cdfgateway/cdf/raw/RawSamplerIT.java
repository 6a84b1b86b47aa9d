package org.cdfgateway.cdf.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.cdfgateway.domain.table.custom.JsonKind;
import org.cdfgateway.domain.table.custom.RawSample;
import org.cdfgateway.domain.table.custom.SampledColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawSamplerIT {
    private final EmulatedRaw raw = EmulatedRaw.withoutKey();

    @AfterEach
    void stop() {
        raw.close();
    }

    private RawSample sample(int maxRows) {
        return raw.cdf.connection().rawSampling().sample("db", "t", maxRows, raw.cdf.access());
    }

    @Test
    void aTableThatDoesNotExistHasNothingToShow() {
        RawSample sample = sample(10);

        assertThat(sample.rows()).isZero();
        assertThat(sample.isWhole()).isTrue();
        assertThat(sample.columns()).isEmpty();
    }

    @Test
    void countsTheKindsOfValues() {
        raw.put("a", "{\"n\":1,\"o\":{}}");
        raw.put("b", "{\"n\":1.5,\"o\":[]}");
        raw.put("c", "{\"n\":\"x\",\"t\":null}");

        assertThat(sample(10).column("n"))
                .contains(new SampledColumn(
                        "n",
                        Map.of(JsonKind.INTEGER, 1L, JsonKind.FRACTION, 1L, JsonKind.TEXT, 1L),
                        CustomColumnType.TEXT));
        assertThat(sample(10).column("o").orElseThrow().proposed()).isEqualTo(CustomColumnType.JSON);
        assertThat(sample(10).column("t").orElseThrow().values()).isEqualTo(Map.of(JsonKind.NULL, 1L));
    }

    @Test
    void looksAtNoMoreRowsThanAllowed() {
        for (int i = 0; i < 4; i++) {
            raw.put("k" + i, "{\"n\":1}");
        }

        assertThat(sample(3).rows()).isEqualTo(3);
        assertThat(sample(3).isWhole()).isFalse();
        assertThat(sample(4).isWhole()).isTrue();
        assertThat(raw.cdf.emulator().requests()).containsEntry("GET /raw/dbs/{db}/tables/{table}/rows", 3L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "BOOL;true;null",
                "BIGINT;1;-9223372036854775808",
                "DOUBLE_PRECISION;1;1.5",
                "TEXT;1;12345678901234567890",
                "TEXT;1;1e999",
                "TEXT;1;\"1\"",
                "TEXT;true;1",
                "TEXT;null;null",
                "TIMESTAMPTZ;\"2026-01-01T00:00:00Z\";\"2026-01-01T00:00:00.5+02:00\"",
                "TEXT;\"2026-01-01T00:00:00Z\";\"2026-01-01\"",
                "BOOL_ARRAY;[true,null];[]",
                "BIGINT_ARRAY;[1];[2,3]",
                "DOUBLE_PRECISION_ARRAY;[1];[2.5]",
                "TEXT_ARRAY;[\"a\"];[]",
                "TEXT_ARRAY;[];[null]",
                "JSON;[1];[\"a\"]",
                "JSON;[[1]];[[2]]",
                "JSON;{};[]",
                "JSON;1;{}"
            })
    void proposesTheNarrowestTypeOfAllValues(CustomColumnType proposed, String one, String other) {
        raw.put("a", "{\"c\":" + one + "}");
        raw.put("b", "{\"c\":" + other + "}");

        assertThat(sample(10).column("c").orElseThrow().proposed()).isEqualTo(proposed);
    }
}
