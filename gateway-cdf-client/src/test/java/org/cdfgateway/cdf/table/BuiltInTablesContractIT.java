package org.cdfgateway.cdf.table;

import static org.cdfgateway.cdf.RowBuilder.aRow;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.DOUBLE_DATAPOINTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RAW_ROWS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RAW_TABLES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.STRING_DATAPOINTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.TIME_SERIES;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.cdf.RowBuilder;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.TableDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuiltInTablesContractIT {
    private final EmulatedCdf cdf = EmulatedCdf.empty();
    private final AtomicInteger number = new AtomicInteger();

    @BeforeAll
    void fill() {
        Row root = cdf.insert(ASSETS, anAsset().with("external_id", "root").build())
                .get(0);
        cdf.insert(
                ASSETS,
                anAsset()
                        .with("external_id", "child")
                        .with("parent_external_id", "root")
                        .build());
        cdf.insert(
                EVENTS,
                anEvent()
                        .with("asset_ids", List.of((Long) Objects.requireNonNull(root.value(0))))
                        .build(),
                aRow(EVENTS).build());
    }

    @AfterAll
    void stop() {
        cdf.close();
    }

    private String unique(String prefix) {
        return prefix + number.incrementAndGet();
    }

    private RowBuilder anAsset() {
        return aRow(ASSETS)
                .with("external_id", unique("asset-"))
                .with("name", "Pump")
                .with("metadata", "{\"kind\":\"pump\"}")
                .with("source", "SAP")
                .with(
                        "geo_location",
                        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1.5,2.25]}}");
    }

    private RowBuilder anEvent() {
        return aRow(EVENTS)
                .with("external_id", unique("event-"))
                .with("type", "alarm")
                .with("start_time", 1_780_000_000_000_000L)
                .with("metadata", "{\"a\":\"b\"}");
    }

    private RowBuilder aSeries() {
        return aRow(TIME_SERIES)
                .with("external_id", unique("series-"))
                .with("name", "Pressure")
                .with("metadata", "{\"a\":\"b\"}")
                .with("unit", "bar")
                .with("is_string", false)
                .with("is_step", true)
                .with("security_categories", List.of());
    }

    private Row aSeriesWithoutExternalId(boolean texts) {
        return aRow(TIME_SERIES).with("is_string", texts).build();
    }

    private abstract class OnEmulator extends EmulatedTableContract {
        OnEmulator(TableDefinition table, List<Row> stored) {
            super(cdf, table, stored);
        }
    }

    @Nested
    class Assets extends OnEmulator {
        Assets() {
            super(
                    ASSETS,
                    cdf.insert(
                            ASSETS,
                            anAsset().with("parent_external_id", "root").build(),
                            anAsset().build()));
        }

        @Override
        protected Row aNewRow() {
            return anAsset().build();
        }
    }

    @Nested
    class Events extends OnEmulator {
        Events() {
            super(EVENTS, cdf.insert(EVENTS, anEvent().build(), aRow(EVENTS).build()));
        }

        @Override
        protected Row aNewRow() {
            return anEvent().build();
        }
    }

    @Nested
    class TimeSeries extends OnEmulator {
        TimeSeries() {
            super(TIME_SERIES, cdf.insert(TIME_SERIES, aSeries().build(), aSeriesWithoutExternalId(true)));
        }

        @Override
        protected Row aNewRow() {
            return aSeries().build();
        }
    }

    private abstract class Datapoints extends OnEmulator {
        private final TableDefinition table;
        private final Object seriesId;

        Datapoints(TableDefinition table, Object seriesId, Object... values) {
            super(
                    table,
                    cdf.insert(
                            table,
                            IntStream.range(0, values.length)
                                    .mapToObj(i -> aPoint(table, seriesId, (i - 1) * 1_000_000L, values[i]))
                                    .toList()));
            this.table = table;
            this.seriesId = seriesId;
        }

        @Override
        protected Row aNewRow() {
            Object value = Objects.requireNonNull(someStoredRows().get(0).value(3));
            return aPoint(table, seriesId, 1_000_000_000_000L + number.incrementAndGet() * 1_000L, value);
        }
    }

    private static Row aPoint(TableDefinition table, Object seriesId, long timestamp, Object value) {
        return aRow(table)
                .with("id", seriesId)
                .with("timestamp", timestamp)
                .with("value", value)
                .build();
    }

    private Object aStoredSeries(boolean texts) {
        return Objects.requireNonNull(
                cdf.insert(TIME_SERIES, aSeriesWithoutExternalId(texts)).get(0).value(0));
    }

    @Nested
    class DoubleDatapoints extends Datapoints {
        DoubleDatapoints() {
            super(DOUBLE_DATAPOINTS, aStoredSeries(false), 1.5, 0.0, -1e99);
        }
    }

    @Nested
    class StringDatapoints extends Datapoints {
        StringDatapoints() {
            super(STRING_DATAPOINTS, aStoredSeries(true), "on", "", "ø");
        }
    }

    @Nested
    class RawRows extends OnEmulator {
        RawRows() {
            super(RAW_ROWS, storedIn(RAW_ROWS, aRawRow(), aRawRow(), aRawRow()));
        }

        @Override
        protected Row aNewRow() {
            return aRawRow();
        }
    }

    @Nested
    class RawTables extends OnEmulator {
        RawTables() {
            super(RAW_TABLES, storedIn(RAW_TABLES, aRawTable(), aRawTable(), aRawTable()));
        }

        @Override
        protected Row aNewRow() {
            return aRawTable();
        }
    }

    private Row aRawRow() {
        return aRow(RAW_ROWS)
                .with("_raw_database", "db")
                .with("_raw_table", "table")
                .with("_raw_key", unique("key-"))
                .with("_raw_columns", "{\"n\":1}")
                .build();
    }

    private Row aRawTable() {
        return aRow(RAW_TABLES)
                .with("_raw_database", "db")
                .with("_raw_table", unique("table-"))
                .build();
    }

    /** RAW does not answer what it stored. */
    private List<Row> storedIn(TableDefinition table, Row... rows) {
        cdf.insert(table, rows);
        return cdf.rows(table, Predicate.all()).subList(0, rows.length);
    }
}
