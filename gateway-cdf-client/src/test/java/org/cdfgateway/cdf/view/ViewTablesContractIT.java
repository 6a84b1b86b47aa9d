package org.cdfgateway.cdf.view;

import static org.cdfgateway.cdf.RowBuilder.aRow;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.TableAdapterContract;
import org.cdfgateway.domain.row.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** Tables over views of nodes, of edges, and of values of all types. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewTablesContractIT {
    private static final String UNIT = "{\"space\":\"plant\",\"externalId\":\"unit\"}";

    private final EmulatedPlant plant = new EmulatedPlant();
    private final AtomicInteger number = new AtomicInteger();

    @AfterAll
    void stop() {
        plant.close();
    }

    private String unique(String prefix) {
        return prefix + number.incrementAndGet();
    }

    private abstract class OnEmulator extends TableAdapterContract {
        private final TableAdapter table;
        private final List<Row> stored;

        OnEmulator(String view) {
            this.table = plant.table(view);
            this.stored = plant.insert(table, aNewRow(table), aNewRow(table), aNewRow(table));
        }

        abstract Row aNewRow(TableAdapter of);

        @Override
        protected TableAdapter adapter() {
            return table;
        }

        @Override
        protected CdfAccess access() {
            return plant.cdf.access();
        }

        @Override
        protected List<Row> someStoredRows() {
            return stored;
        }

        @Override
        protected Row aNewRow() {
            return aNewRow(table);
        }
    }

    @Nested
    class Nodes extends OnEmulator {
        Nodes() {
            super("Pump");
        }

        @Override
        Row aNewRow(TableAdapter of) {
            return aRow(of.table())
                    .with("space", "plant")
                    .with("external_id", unique("pump-"))
                    .with("name", unique("Pump "))
                    .with("flow", 2.5 + number.get())
                    .with("stages", 3L)
                    .with("parent", UNIT)
                    .build();
        }
    }

    @Nested
    class Edges extends OnEmulator {
        Edges() {
            super("Flow");
        }

        @Override
        Row aNewRow(TableAdapter of) {
            plant.apply("{'instanceType':'node','space':'plant','externalId':'unit'}");
            return aRow(of.table())
                    .with("space", "plant")
                    .with("external_id", unique("flow-"))
                    .with("rate", (double) (number.get() + 0.1f))
                    .with("type", "{\"space\":\"plant\",\"externalId\":\"flowsTo\"}")
                    .with("start_node", UNIT)
                    .with("end_node", UNIT)
                    .build();
        }
    }

    @Nested
    class AllTypes extends OnEmulator {
        AllTypes() {
            super("All");
        }

        @Override
        Row aNewRow(TableAdapter of) {
            return aRow(of.table())
                    .with("space", "other")
                    .with("external_id", unique("all-"))
                    .with("a_text", unique("text "))
                    .with("a_boolean", true)
                    .with("a_int32", 7L)
                    .with("a_int64", (1L << 53) + number.get())
                    .with("a_float32", (double) 0.1f)
                    .with("a_float64", 0.1)
                    .with("a_timestamp", 1_780_000_000_123_000L)
                    .with("a_date", "2024-02-29")
                    .with("a_json", "{\"b\":[1,2.5],\"a\":null}")
                    .with("a_direct", UNIT)
                    .with("a_timeseries", "ts")
                    .with("a_file", "file")
                    .with("a_sequence", "sequence")
                    .with("level", "high")
                    .with("some_text", List.of("a", "b,\"c\""))
                    .with("some_boolean", List.of(true, false))
                    .with("some_int32", List.of(1L, -1L))
                    .with("some_int64", List.of((1L << 53) + 1, Long.MIN_VALUE))
                    .with("some_float32", List.of((double) 0.1f))
                    .with("some_float64", List.of(0.1, 1e300))
                    .with("some_timestamp", List.of("2024-12-31T00:00:00+00:00"))
                    .with("some_date", List.of("2024-02-29"))
                    .with("some_json", List.of("{\"a\":1}", "{}"))
                    .with("some_direct", List.of(UNIT, UNIT))
                    .with("some_timeseries", List.of("ts"))
                    .with("some_file", List.of("file"))
                    .with("some_sequence", List.of("sequence"))
                    .build();
        }
    }
}
