package org.cdfgateway.cdf.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.cdfgateway.cdf.RowBuilder.aRow;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.DOUBLE_DATAPOINTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RAW_ROWS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.TIME_SERIES;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.Key;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.domain.write.WriteOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What updates and deletions do beyond the contract of all tables. */
class ChangesIT {
    private final EmulatedCdf cdf = EmulatedCdf.empty();

    @AfterEach
    void stop() {
        cdf.close();
    }

    private static RowKey externalId(TableDefinition table, String externalId) {
        return new RowKey(new Key(List.of(table.column("external_id"))), List.of(externalId));
    }

    private static RowUpdate anUpdate(
            TableDefinition table, RowKey key, Optional<Row> current, Map<String, @Nullable Object> values) {
        List<Column> columns = values.keySet().stream().map(table::column).toList();
        return new RowUpdate(key, columns, Row.owning(new ArrayList<>(values.values()).toArray()), current);
    }

    private WriteOutcome update(TableDefinition table, RowUpdate... updates) {
        return cdf.adapter(table).requireUpdater().update(List.of(updates), MissingRows.SKIP, cdf.access());
    }

    private static @Nullable Object value(TableDefinition table, Row row, String column) {
        return row.value(table.position(column).orElseThrow());
    }

    @Test
    void clearsFieldsOfEveryKind() {
        cdf.insert(
                ASSETS,
                aRow(ASSETS).with("external_id", "root").with("name", "Root").build());
        Long asset = (Long) value(ASSETS, cdf.rows(ASSETS, Predicate.all()).get(0), "id");
        cdf.insert(
                EVENTS,
                aRow(EVENTS)
                        .with("external_id", "e")
                        .with("description", "old")
                        .with("start_time", 1_000_000L)
                        .with("metadata", "{\"a\":\"b\"}")
                        .with("asset_ids", List.of(asset))
                        .build());
        Map<String, @Nullable Object> nothing = new LinkedHashMap<>();
        for (String column : List.of("description", "start_time", "metadata", "asset_ids")) {
            nothing.put(column, null);
        }

        update(EVENTS, anUpdate(EVENTS, externalId(EVENTS, "e"), Optional.empty(), nothing));

        Row cleared = cdf.rows(EVENTS, Predicate.all()).get(0);
        assertThat(value(EVENTS, cleared, "description")).isNull();
        assertThat(value(EVENTS, cleared, "start_time")).isNull();
        assertThat(value(EVENTS, cleared, "metadata")).isIn(null, "{}");
        assertThat(value(EVENTS, cleared, "asset_ids")).isIn(null, List.of());
    }

    @Test
    void keysThatCdfCannotHaveAreMissing() {
        Key id = new Key(List.of(ASSETS.column("id")));
        List<RowKey> impossible =
                List.of(new RowKey(id, List.of(0L)), new RowKey(id, List.of(-5L)), new RowKey(id, List.of(1L << 60)));

        WriteOutcome outcome = cdf.adapter(ASSETS).requireDeleter().delete(impossible, MissingRows.SKIP, cdf.access());

        assertThat(outcome.missing()).containsExactlyElementsOf(impossible);
        assertThat(cdf.emulator().requests()).isEmpty();
    }

    @Test
    void anUnknownReferenceIsNotAMissingRow() {
        cdf.insert(EVENTS, aRow(EVENTS).with("external_id", "e").build());
        RowUpdate update =
                anUpdate(EVENTS, externalId(EVENTS, "e"), Optional.empty(), Map.of("asset_ids", List.of(12_345L)));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> update(EVENTS, update))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.FOREIGN_KEY_VIOLATION));
    }

    @Test
    void aTreeThatNeedsSeveralRequestsIsDeletedFromItsLeaves() {
        List<Row> assets = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            var asset = aRow(ASSETS).with("external_id", "a" + i).with("name", "Asset");
            assets.add((i == 0 ? asset : asset.with("parent_external_id", "a" + (i - 1) / 2)).build());
        }
        cdf.insert(ASSETS, assets);
        RowDeleter deleter = cdf.adapter(ASSETS).requireDeleter();
        List<RowKey> keys = assets.stream()
                .map(row -> externalId(ASSETS, String.valueOf(value(ASSETS, row, "external_id"))))
                .toList();

        List<RowKey> ordered = deleter.deletionOrder(keys, cdf.access());
        deleter.delete(ordered.subList(0, 1_000), MissingRows.FAIL, cdf.access());
        deleter.delete(ordered.subList(1_000, 1_500), MissingRows.FAIL, cdf.access());

        assertThat(ordered).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(cdf.rows(ASSETS, Predicate.all())).isEmpty();
    }

    @Test
    void aRawRowMovesToItsNewKey() {
        cdf.insert(
                RAW_ROWS,
                aRow(RAW_ROWS)
                        .with("_raw_database", "db")
                        .with("_raw_table", "t")
                        .with("_raw_key", "old")
                        .with("_raw_columns", "{\"a\":1}")
                        .build());
        Row current = cdf.rows(RAW_ROWS, Predicate.all()).get(0);
        RowKey key = RowKey.of(RAW_ROWS, current).orElseThrow();

        update(RAW_ROWS, anUpdate(RAW_ROWS, key, Optional.of(current), Map.of("_raw_key", "new")));

        assertThat(cdf.rows(RAW_ROWS, Predicate.all()))
                .extracting(row -> value(RAW_ROWS, row, "_raw_key"), row -> value(RAW_ROWS, row, "_raw_columns"))
                .containsExactly(tuple("new", "{\"a\":1}"));
    }

    @Test
    void aPointMovesToItsNewTime() {
        cdf.insert(TIME_SERIES, aRow(TIME_SERIES).with("external_id", "s").build());
        cdf.insert(
                DOUBLE_DATAPOINTS,
                aRow(DOUBLE_DATAPOINTS)
                        .with("external_id", "s")
                        .with("timestamp", 1_000_000L)
                        .with("value", 4.0)
                        .build());
        Row current = cdf.rows(DOUBLE_DATAPOINTS, Predicate.all()).get(0);
        RowKey key = RowKey.of(DOUBLE_DATAPOINTS, current).orElseThrow();

        update(
                DOUBLE_DATAPOINTS,
                anUpdate(DOUBLE_DATAPOINTS, key, Optional.of(current), Map.of("timestamp", 2_000_000L)));

        assertThat(cdf.rows(DOUBLE_DATAPOINTS, Predicate.all()))
                .extracting(row -> value(DOUBLE_DATAPOINTS, row, "timestamp"))
                .containsExactly(2_000_000L);
    }
}
