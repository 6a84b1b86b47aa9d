package org.cdfgateway.domain.table.builtin;

import java.util.List;
import org.cdfgateway.domain.table.TableDefinition;

/** The built-in tables, in the order they are listed. */
public final class BuiltInTables {

    public static final TableDefinition ASSETS = Assets.DEFINITION;
    public static final TableDefinition EVENTS = Events.DEFINITION;
    public static final TableDefinition FILES = Files.DEFINITION;
    public static final TableDefinition LABELS = Labels.DEFINITION;
    public static final TableDefinition RELATIONSHIPS = Relationships.DEFINITION;
    public static final TableDefinition TIME_SERIES = TimeSeries.DEFINITION;
    public static final TableDefinition DOUBLE_DATAPOINTS = DoubleDatapoints.DEFINITION;
    public static final TableDefinition STRING_DATAPOINTS = StringDatapoints.DEFINITION;
    public static final TableDefinition SEQUENCES = Sequences.DEFINITION;
    public static final TableDefinition SEQUENCE_ROWS = SequenceRows.DEFINITION;
    public static final TableDefinition EXTRACTION_PIPELINES = ExtractionPipelines.DEFINITION;
    public static final TableDefinition EXTRACTION_PIPELINE_RUNS = ExtractionPipelineRuns.DEFINITION;
    public static final TableDefinition RAW_ROWS = RawRows.DEFINITION;
    public static final TableDefinition RAW_TABLES = RawTables.DEFINITION;
    public static final TableDefinition DATA_MODELS = DataModels.DEFINITION;
    public static final TableDefinition VIEWS = Views.DEFINITION;
    public static final TableDefinition CONTAINERS = Containers.DEFINITION;
    public static final TableDefinition UNITS = Units.DEFINITION;
    public static final TableDefinition UNIT_SYSTEMS = UnitSystems.DEFINITION;

    public static final List<TableDefinition> ALL = List.of(
            ASSETS,
            EVENTS,
            FILES,
            LABELS,
            RELATIONSHIPS,
            TIME_SERIES,
            DOUBLE_DATAPOINTS,
            STRING_DATAPOINTS,
            SEQUENCES,
            SEQUENCE_ROWS,
            EXTRACTION_PIPELINES,
            EXTRACTION_PIPELINE_RUNS,
            RAW_ROWS,
            RAW_TABLES,
            DATA_MODELS,
            VIEWS,
            CONTAINERS,
            UNITS,
            UNIT_SYSTEMS);

    private BuiltInTables() {}
}
