package org.cdfgateway.cdf.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RAW_ROWS;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {

    private static RowPage page(TableDefinition table, String json) throws IOException {
        return JsonRows.all(table).page(stream(json));
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Object value(TableDefinition table, Row row, String column) {
        return row.value(table.position(column).orElseThrow());
    }

    @Test
    void readsEveryKindOfColumn() throws IOException {
        RowPage page = page(ASSETS, """
                {"items": [{"id": 9007199254740991, "externalId": "pump-1", "name": "Pump 1", "rootId": 4031,
                  "metadata": {"kind": "pump", "n": "1"}, "labels": [{"externalId": "rotating"}, {"externalId": "x"}],
                  "createdTime": 1780000000000, "lastUpdatedTime": 1780000000001, "unheardOf": {"a": [1, {}]}}],
                 "nextCursor": "next"}
                """);

        Row row = page.rows().get(0);
        assertThat(page.nextCursor()).isEqualTo("next");
        assertThat(value(ASSETS, row, "id")).isEqualTo(9_007_199_254_740_991L);
        assertThat(value(ASSETS, row, "external_id")).isEqualTo("pump-1");
        assertThat(value(ASSETS, row, "metadata")).isEqualTo("{\"kind\":\"pump\",\"n\":\"1\"}");
        assertThat(value(ASSETS, row, "labels")).isEqualTo(List.of("rotating", "x"));
        assertThat(value(ASSETS, row, "created_time")).isEqualTo(1_780_000_000_000_000L);
        assertThat(value(ASSETS, row, "source")).isNull();
    }

    @Test
    void readsArraysOfIds() throws IOException {
        Row row = page(EVENTS, "{\"items\": [{\"assetIds\": [3, 1]}, {\"assetIds\": []}]}")
                .rows()
                .get(0);

        assertThat(value(EVENTS, row, "asset_ids")).isEqualTo(List.of(3L, 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1.50}",
                "{\"a\":1E400}",
                "{\"a\":-0}",
                "{\"a\":123456789012345678901234567890}",
                "{\"a\":0.1000000000000000055511151231257827}",
                "{\"a\":[1,null,true,{\"b\":\"\\u0000\\n\\\"\"}],\"a\":2}",
            })
    void keepsJsonAsItIs(String columns) throws IOException {
        Row row = page(RAW_ROWS, "{\"items\": [{\"key\": \"k\", \"columns\": " + columns + "}]}")
                .rows()
                .get(0);

        assertThat(value(RAW_ROWS, row, "_raw_columns")).isEqualTo(columns);
    }

    @Test
    void writesJsonCompactly() throws IOException {
        Row row = page(RAW_ROWS, "{\"items\": [{\"columns\": { \"a\" :\n[ 1 , 2 ] } }]}")
                .rows()
                .get(0);

        assertThat(value(RAW_ROWS, row, "_raw_columns")).isEqualTo("{\"a\":[1,2]}");
    }

    @Test
    void replacesWhatPostgresCannotStore() throws IOException {
        Row row =
                page(ASSETS, "{\"items\": [{\"name\": \"a\\u0000b\"}]}").rows().get(0);

        assertThat(value(ASSETS, row, "name")).isEqualTo("a\uFFFDb");
    }

    @Test
    void leavesOutColumnsThatNobodyNeeds() throws IOException {
        Scan scan = new Scan(ASSETS, Set.of(ASSETS.column("name")), Predicate.all());

        Row row = JsonRows.needed(scan, ASSETS.column("id"))
                .page(stream("{\"items\": [{\"name\": \"n\", \"description\": \"d\", \"metadata\": {\"a\": \"b\"}}]}"))
                .rows()
                .get(0);

        assertThat(value(ASSETS, row, "name")).isEqualTo("n");
        assertThat(value(ASSETS, row, "description")).isNull();
        assertThat(value(ASSETS, row, "metadata")).isNull();
    }

    @Test
    void toleratesNulls() throws IOException {
        RowPage page = page(ASSETS, "{\"items\": [{\"name\": null, \"labels\": null}], \"nextCursor\": null}");

        assertThat(page.nextCursor()).isNull();
        assertThat(page.rows().get(0).values()).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"items\": 5}",
                "{\"items\": [5]}",
                "{\"items\": [{\"id\": \"x\"}]}",
                "{\"items\": [{\"id\": 1.5}]}",
                "{\"items\": [{\"id\": 1",
                "{\"items\": [{\"name\": {}}]}",
            })
    void refusesWhatIsNotAPage(String json) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> page(ASSETS, json));
    }
}
