package org.cdfgateway.cdf.table;

import static org.cdfgateway.cdf.RowBuilder.aRow;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EXTRACTION_PIPELINES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EXTRACTION_PIPELINE_RUNS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.FILES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.LABELS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RELATIONSHIPS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.SEQUENCES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.SEQUENCE_ROWS;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.cdf.RowBuilder;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** Files, labels, relationships, sequences and extraction pipelines, and what belongs to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResourceTablesContractIT {
    private final EmulatedCdf cdf = EmulatedCdf.empty();
    private final AtomicInteger number = new AtomicInteger();
    private final long dataSet = cdf.newDataSet("ds");

    private final Object sequence =
            idOf(cdf.insert(SEQUENCES, aSequenceWithoutExternalId()).get(0));
    private final Object pipeline = Objects.requireNonNull(
            cdf.insert(EXTRACTION_PIPELINES, aPipeline()).get(0).value(1));

    @AfterAll
    void stop() {
        cdf.close();
    }

    private String unique(String prefix) {
        return prefix + number.incrementAndGet();
    }

    private abstract class OnEmulator extends EmulatedTableContract {
        OnEmulator(TableDefinition table, Row... rows) {
            super(cdf, table, cdf.insert(table, List.of(rows)));
        }
    }

    private Row aFile() {
        return aRow(FILES)
                .with("external_id", unique("file-"))
                .with("name", "manual.pdf")
                .with("directory", "/manuals/ø")
                .with("mime_type", "application/pdf")
                .with("metadata", "{\"a\":\"b\"}")
                .with("data_set_id", dataSet)
                .with("source_created_time", 1_780_000_000_000_000L)
                .build();
    }

    @Nested
    class Files extends OnEmulator {
        Files() {
            super(FILES, aFile(), aFile(), aRow(FILES).with("name", "x").build());
        }

        @Override
        protected Row aNewRow() {
            return aFile();
        }
    }

    private Row aLabel() {
        return aRow(LABELS)
                .with("external_id", unique("label-"))
                .with("name", "Rotating ø")
                .with("description", "It turns")
                .with("data_set_id", List.of(dataSet))
                .build();
    }

    @Nested
    class Labels extends OnEmulator {
        Labels() {
            super(
                    LABELS,
                    aLabel(),
                    aLabel(),
                    aRow(LABELS)
                            .with("external_id", unique("label-"))
                            .with("name", "x")
                            .build());
        }

        @Override
        protected Row aNewRow() {
            return aLabel();
        }
    }

    private RowBuilder aBareRelationship() {
        return aRow(RELATIONSHIPS)
                .with("external_id", unique("relationship-"))
                .with("source_external_id", "pump")
                .with("source_type", "asset")
                .with("target_external_id", "pressure")
                .with("target_type", "timeSeries");
    }

    private Row aRelationship() {
        return aBareRelationship()
                .with("start_time", 1_000_000L)
                .with("end_time", 2_000_000L)
                .with("confidence", 0.9)
                .with("data_set_id", dataSet)
                .build();
    }

    @Nested
    class Relationships extends OnEmulator {
        Relationships() {
            super(
                    RELATIONSHIPS,
                    aRelationship(),
                    aRelationship(),
                    aBareRelationship().build());
        }

        @Override
        protected Row aNewRow() {
            return aRelationship();
        }
    }

    private Row aSequence() {
        return aRow(SEQUENCES)
                .with("external_id", unique("sequence-"))
                .with("name", "Curve")
                .with("description", "A curve")
                .with("metadata", "{\"a\":\"b\"}")
                .with("data_set_id", dataSet)
                .with("columns", "[{\"externalId\":\"a\",\"valueType\":\"DOUBLE\"}]")
                .build();
    }

    private Row aSequenceWithoutExternalId() {
        return aRow(SEQUENCES)
                .with("columns", "[{\"externalId\":\"a\",\"valueType\":\"LONG\"},{\"externalId\":\"b\"}]")
                .build();
    }

    @Nested
    class Sequences extends OnEmulator {
        Sequences() {
            super(SEQUENCES, aSequence(), aSequence(), aSequenceWithoutExternalId());
        }

        @Override
        protected Row aNewRow() {
            return aSequence();
        }

        /** CDF notes in each column when it was made and changed. */
        @Override
        protected @Nullable Object asWritten(Column column, @Nullable Object stored) {
            return stored instanceof String json && column.name().equals("columns")
                    ? json.replaceAll(",\"(created|lastUpdated)Time\":\\d+", "")
                    : stored;
        }
    }

    private Row aSequenceRow(Object sequence, String value) {
        return aRow(SEQUENCE_ROWS)
                .with("id", sequence)
                .with("row_number", (long) number.incrementAndGet())
                .with("columns", "[\"a\"]")
                .with("values", "{\"a\":" + value + "}")
                .build();
    }

    private Object idOf(Row row) {
        return Objects.requireNonNull(row.value(0));
    }

    @Nested
    class SequenceRows extends OnEmulator {
        SequenceRows() {
            super(
                    SEQUENCE_ROWS,
                    aSequenceRow(sequence, "1"),
                    aSequenceRow(sequence, "-3"),
                    aSequenceRow(sequence, "9007199254740993"));
        }

        @Override
        protected Row aNewRow() {
            return aSequenceRow(sequence, String.valueOf(number.incrementAndGet()));
        }
    }

    private Row aPipeline() {
        return aRow(EXTRACTION_PIPELINES)
                .with("external_id", unique("pipeline-"))
                .with("name", "SAP orders")
                .with("data_set_id", dataSet)
                .with("description", "Orders")
                .with("schedule", "Continuous")
                .with("raw_tables", "[{\"dbName\":\"sap\",\"tableName\":\"orders\"}]")
                .with("metadata", "{\"a\":\"b\"}")
                .with("source", "SAP")
                .with("created_by", "somebody")
                .build();
    }

    @Nested
    class ExtractionPipelines extends OnEmulator {
        ExtractionPipelines() {
            super(EXTRACTION_PIPELINES, aPipeline(), aPipeline(), aPipeline());
        }

        @Override
        protected Row aNewRow() {
            return aPipeline();
        }
    }

    private Row aRun(Object pipeline, String status) {
        return aRow(EXTRACTION_PIPELINE_RUNS)
                .with("external_id", pipeline)
                .with("status", status)
                .with("message", "no connection")
                .with("created_time", 1_780_000_000_000_000L + 1_000L * number.incrementAndGet())
                .build();
    }

    @Nested
    class ExtractionPipelineRuns extends OnEmulator {
        ExtractionPipelineRuns() {
            super(
                    EXTRACTION_PIPELINE_RUNS,
                    aRun(pipeline, "success"),
                    aRun(pipeline, "failure"),
                    aRun(pipeline, "seen"));
        }

        @Override
        protected Row aNewRow() {
            return aRun(pipeline, "success");
        }
    }
}
