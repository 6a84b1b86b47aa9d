package org.cdfgateway.domain.access;

import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.CONTAINERS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.DATA_MODELS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.DOUBLE_DATAPOINTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EXTRACTION_PIPELINES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EXTRACTION_PIPELINE_RUNS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.FILES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.LABELS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RAW_ROWS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RAW_TABLES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RELATIONSHIPS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.SEQUENCES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.SEQUENCE_ROWS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.STRING_DATAPOINTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.TIME_SERIES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.UNITS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.UNIT_SYSTEMS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.VIEWS;

import java.util.List;
import java.util.stream.Stream;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * The capabilities that the calls behind a built-in table need (reference/cdf-api-data.md section 5.4), as
 * {@code acl:ACTION}. Changes need those of reading, too: rows are looked up when a condition is more than a key.
 */
record TableNeeds(TableDefinition table, List<String> reading, List<String> writing) {

    static final List<TableNeeds> BUILT_IN = List.of(
            needs(ASSETS, "assetsAcl"),
            needs(EVENTS, "eventsAcl"),
            needs(FILES, "filesAcl"),
            needs(LABELS, "labelsAcl"),
            needs(RELATIONSHIPS, "relationshipsAcl"),
            needs(TIME_SERIES, "timeSeriesAcl"),
            needs(DOUBLE_DATAPOINTS, "timeSeriesAcl"),
            needs(STRING_DATAPOINTS, "timeSeriesAcl"),
            needs(SEQUENCES, "sequencesAcl"),
            needs(SEQUENCE_ROWS, "sequencesAcl"),
            needs(EXTRACTION_PIPELINES, "extractionPipelinesAcl"),
            new TableNeeds(
                    EXTRACTION_PIPELINE_RUNS,
                    List.of("extractionRunsAcl:READ", "extractionPipelinesAcl:READ"),
                    List.of("extractionRunsAcl:WRITE")),
            new TableNeeds(RAW_ROWS, List.of("rawAcl:READ", "rawAcl:LIST"), List.of("rawAcl:WRITE")),
            new TableNeeds(RAW_TABLES, List.of("rawAcl:LIST"), List.of("rawAcl:WRITE")),
            needs(DATA_MODELS, "dataModelsAcl"),
            needs(VIEWS, "dataModelsAcl"),
            needs(CONTAINERS, "dataModelsAcl"),
            new TableNeeds(UNITS, List.of("projectsAcl:LIST"), List.of()),
            new TableNeeds(UNIT_SYSTEMS, List.of("projectsAcl:LIST"), List.of()));

    private static TableNeeds needs(TableDefinition table, String acl) {
        return new TableNeeds(table, List.of(acl + ":READ"), List.of(acl + ":WRITE"));
    }

    /** What the table lets a statement do. */
    List<TableAction> actions() {
        return Stream.of(TableAction.values())
                .filter(action -> action.change()
                        .map(change -> !table.refusals().containsKey(change))
                        .orElse(true))
                .toList();
    }

    List<String> of(TableAction action) {
        return action == TableAction.READ
                ? reading
                : Stream.concat(reading.stream(), writing.stream()).toList();
    }
}
