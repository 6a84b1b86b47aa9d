package org.cdfgateway.domain.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.migration.Change.Added;
import org.cdfgateway.domain.migration.Change.NewTable;
import org.cdfgateway.domain.migration.Change.Removed;
import org.cdfgateway.domain.migration.Change.Renamed;
import org.cdfgateway.domain.migration.Change.Retyped;
import org.cdfgateway.domain.migration.Change.Split;

/**
 * The migration guide from 1.0 to 2.0, row by row in its order: reference/postgres-gateway.md sections 3.1 (tables) and
 * 3.2 (columns).
 */
public final class MigrationGuide {

    private static final String TIME = "TIMESTAMPTZ";

    private static final List<GuideColumn> DOUBLES = List.of(
            column("value", "DOUBLE PRECISION"),
            column("timestamp", TIME),
            column("external_id", "VARCHAR(255)"),
            column("id", "BIGINT"));
    private static final List<GuideColumn> STRINGS = List.of(
            column("value", "VARCHAR(255)"),
            column("timestamp", TIME),
            column("external_id", "VARCHAR(255)"),
            column("id", "BIGINT"));

    public static final List<TableMigration> TABLES = List.of(
            same(
                    "assets",
                    "columns added",
                    added("assets", "created_time", TIME),
                    added("assets", "last_updated_time", TIME)),
            same(
                    "events",
                    "columns added",
                    added("events", "created_time", TIME),
                    added("events", "last_updated_time", TIME)),
            same("extraction_pipeline_runs", "column added", added("extraction_pipeline_runs", "id", "BIGINT")),
            same(
                    "extraction_pipelines",
                    "columns added",
                    added("extraction_pipelines", "contacts", "JSON"),
                    added("extraction_pipelines", "raw_tables", "JSON"),
                    added("extraction_pipelines", "documentation", "VARCHAR(10000)"),
                    added("extraction_pipelines", "last_updated_time", TIME),
                    added("extraction_pipelines", "created_by", "VARCHAR(255)")),
            same(
                    "files",
                    "columns added",
                    added("files", "directory", "VARCHAR(512)"),
                    added("files", "asset_ids", "BIGINT[]"),
                    added("files", "source_created_time", TIME),
                    added("files", "source_modified_time", TIME),
                    added("files", "security_categories", "BIGINT[]"),
                    added("files", "created_time", TIME),
                    added("files", "last_updated_time", TIME)),
            same(
                    "labels",
                    "columns added",
                    added("labels", "data_set_id", "BIGINT[]"),
                    added("labels", "created_time", TIME)),
            same("sequences", "column added", added("sequences", "created_time", TIME)),
            same(
                    "sequence_rows",
                    "column renamed",
                    new Renamed("sequence_rows", column("row_values", "JSON"), column("values", "JSON"))),
            new TableMigration(
                    Optional.of("datapoints"),
                    List.of("double_datapoints", "string_datapoints"),
                    "split; 1.0 had doubles only",
                    List.of(
                            new NewTable("string_datapoints", STRINGS),
                            new Split("double_datapoints", "datapoints", DOUBLES))),
            moved(
                    "timeseries",
                    "time_series",
                    "renamed; column removed",
                    new Removed("time_series", column("legacy_name", ""))),
            moved(
                    "raw",
                    "raw_rows",
                    "renamed; columns renamed and retyped; column added",
                    added("raw_rows", "_raw_last_updated_time", TIME),
                    new Retyped("raw_rows", column("database", "VARCHAR"), column("_raw_database", "VARCHAR(32)")),
                    new Retyped("raw_rows", column("table", "VARCHAR"), column("_raw_table", "VARCHAR(64)")),
                    new Retyped("raw_rows", column("key", "VARCHAR(1024)"), column("_raw_key", "TEXT")),
                    new Renamed("raw_rows", column("columns", "JSON"), column("_raw_columns", "JSON"))),
            created(
                    "raw_tables",
                    "new",
                    new NewTable("raw_tables", List.of(column("_raw_database", "VARCHAR(32)"))),
                    new NewTable("raw_tables", List.of(column("_raw_table", "VARCHAR(64)")))),
            same("relationships", "not mentioned; taken as unchanged"),
            created("data_models", "not in 1.0 pages, presumably new"),
            created("views", "not in 1.0 pages, presumably new"),
            created("containers", "not in 1.0 pages, presumably new"),
            created("units", "not in 1.0 pages, presumably new"),
            created("unit_systems", "not in 1.0 pages, presumably new"));

    private MigrationGuide() {}

    private static TableMigration same(String table, String summary, Change... changes) {
        return moved(table, table, summary, changes);
    }

    private static TableMigration moved(String from, String to, String summary, Change... changes) {
        return new TableMigration(Optional.of(from), List.of(to), summary, Arrays.asList(changes));
    }

    private static TableMigration created(String table, String summary, Change... changes) {
        return new TableMigration(Optional.empty(), List.of(table), summary, Arrays.asList(changes));
    }

    private static Change added(String table, String name, String type) {
        return new Added(table, column(name, type));
    }

    private static GuideColumn column(String name, String type) {
        return new GuideColumn(name, type);
    }
}
