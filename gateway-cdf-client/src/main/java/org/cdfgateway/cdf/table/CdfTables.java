package org.cdfgateway.cdf.table;

import static org.cdfgateway.domain.table.builtin.BuiltInTables.CONTAINERS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.DATA_MODELS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.DOUBLE_DATAPOINTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EXTRACTION_PIPELINE_RUNS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.SEQUENCE_ROWS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.STRING_DATAPOINTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.UNITS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.UNIT_SYSTEMS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.VIEWS;

import java.time.Clock;
import java.util.List;
import org.cdfgateway.cdf.adapter.Counts;
import org.cdfgateway.cdf.adapter.EnumeratedParents;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.adapter.ResourceTable;
import org.cdfgateway.cdf.adapter.RowChanges;
import org.cdfgateway.cdf.adapter.Totals;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.api.DatapointsApi;
import org.cdfgateway.cdf.api.ResourcesApi;
import org.cdfgateway.cdf.api.SchemasApi;
import org.cdfgateway.cdf.api.SequenceRowsApi;
import org.cdfgateway.cdf.api.UnitsApi;
import org.cdfgateway.cdf.change.ClassicChanges;
import org.cdfgateway.cdf.change.ReplacedRows;
import org.cdfgateway.cdf.check.ChoiceRule;
import org.cdfgateway.cdf.check.ClassicTimesRule;
import org.cdfgateway.cdf.check.ColumnRules;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.filter.ResourceFilter;
import org.cdfgateway.cdf.raw.RawAdapters;
import org.cdfgateway.cdf.sequence.ColumnValues;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.table.TableDefinition;

/** Puts the adapters of the built-in tables together. */
public final class CdfTables {
    /** Guesses of what CDF does not count. */
    private static final long GUESSED_ITEMS = 10_000;

    private static final long GUESSED_UNITS = 400;
    private static final long GUESSED_SYSTEMS = 3;

    private final CdfApis apis;
    private final Reading reading;
    private final Counts counts;
    private final ClassicChanges changes;

    private CdfTables(CdfApis apis, Reading reading, Clock clock) {
        this.apis = apis;
        this.reading = reading;
        this.counts = new Counts(reading.executor(), clock);
        this.changes = new ClassicChanges(apis.api(ResourcesApi.class), reading.timeouts());
    }

    /** The built-in tables, in the order of their definitions. */
    public static List<TableAdapter> builtIn(CdfApis apis, Reading reading, Clock clock) {
        return new CdfTables(apis, reading, clock).all();
    }

    private List<TableAdapter> all() {
        TableAdapter timeSeries = listed(ListedResource.OF_TIME_SERIES);
        RawAdapters raw = new RawAdapters(apis, reading);
        TableAdapter sequences = listed(ListedResource.OF_SEQUENCES);
        return List.of(
                listed(ListedResource.OF_ASSETS),
                listed(ListedResource.OF_EVENTS),
                listed(ListedResource.OF_FILES),
                listed(ListedResource.OF_LABELS),
                listed(ListedResource.OF_RELATIONSHIPS),
                timeSeries,
                datapoints(DOUBLE_DATAPOINTS, timeSeries),
                datapoints(STRING_DATAPOINTS, timeSeries),
                sequences,
                sequenceRows(sequences),
                listed(ListedResource.OF_EXTRACTION_PIPELINES),
                extractionPipelineRuns(),
                raw.rows(),
                raw.tables(),
                schemas(DATA_MODELS, "datamodels", true),
                schemas(VIEWS, "views", true),
                schemas(CONTAINERS, "containers", false),
                units(),
                unitSystems());
    }

    private ResourceCalls calls(ListedResource resource) {
        return new ResourceCalls(
                apis.api(ResourcesApi.class),
                resource.path(),
                ResourceOperations.of(resource.name(), resource.path(), resource.acl()),
                reading);
    }

    private TableAdapter listed(ListedResource resource) {
        ResourceCalls calls = calls(resource);
        TableDefinition table = resource.table();
        RowCheck insertion = new ColumnRules(table).and(resource.values());
        RowInserter inserter = changes.settling(
                new ItemWriter(table, calls, resource.create(), insertion, resource.dependency()),
                table,
                resource.path(),
                resource.acl());
        return new ResourceTable(
                table,
                new ListedRows(table, calls, resource.filter(), totals(resource, calls)),
                reading,
                resource.change().addTo(RowChanges.insert(inserter), resource, changes));
    }

    private Totals totals(ListedResource resource, ResourceCalls calls) {
        return resource.isCounted()
                ? Totals.counted(resource.table().name(), counts, calls::count)
                : Totals.guessed(GUESSED_ITEMS);
    }

    private Parents parents(ListedResource resource, String key, String keyColumns) {
        ResourceCalls calls = calls(resource);
        return new Parents(
                resource.table(),
                resource.table().column(key),
                calls,
                new ExplainedParents(resource.name(), calls, totals(resource, calls)),
                () -> new EnumeratedParents(
                        resource.name(), keyColumns, reading.limits().maxEnumeratedParents()));
    }

    private TableAdapter datapoints(TableDefinition table, TableAdapter timeSeries) {
        DatapointsApi api = apis.api(DatapointsApi.class);
        DatapointReads reads = new DatapointReads(
                table,
                table.equals(STRING_DATAPOINTS),
                api,
                parents(ListedResource.OF_TIME_SERIES, "id", "id or external_id"),
                reading);
        return new DatapointsTable(
                table,
                reads,
                timeSeries,
                new DatapointsWriter(table, api, reading.timeouts()),
                new DatapointsDeleter(table, api, reading.timeouts()));
    }

    private TableAdapter sequenceRows(TableAdapter sequences) {
        SequenceRowsApi api = apis.api(SequenceRowsApi.class);
        RowInserter inserter = new SequenceRowsWriter(api, reading.timeouts());
        RowDeleter deleter = new SequenceRowsDeleter(api, reading.timeouts());
        return new ResourceTable(
                SEQUENCE_ROWS,
                new SequenceRowReads(
                        api, parents(ListedResource.OF_SEQUENCES, "id", "id or external_id"), sequences, reading),
                reading,
                RowChanges.insert(inserter)
                        .update(new ReplacedRows(SEQUENCE_ROWS, inserter, deleter, ColumnValues::replacing))
                        .delete(deleter));
    }

    private TableAdapter extractionPipelineRuns() {
        TableDefinition table = EXTRACTION_PIPELINE_RUNS;
        ResourceCalls runs = new ResourceCalls(
                apis.api(ResourcesApi.class),
                "extpipes/runs",
                ResourceOperations.of("extraction pipeline runs", "extpipes", "extractionRunsAcl"),
                reading);
        RowCheck check = new ColumnRules(table)
                .and(new ClassicTimesRule(table))
                .and(ChoiceRule.of(table, "status", ResourceFilter.RUN_STATUSES));
        return new ResourceTable(
                table,
                new PipelineRunReads(
                        runs, parents(ListedResource.OF_EXTRACTION_PIPELINES, "external_id", "external_id")),
                reading,
                RowChanges.insert(
                        new ItemWriter(table, runs, CreateForm.ONE_IN_ORDER, check, RowDependency.OTHER_TABLES)));
    }

    private TableAdapter schemas(TableDefinition table, String kind, boolean versioned) {
        return new ResourceTable(
                table,
                new SchemaRows(table, apis.api(SchemasApi.class), kind, versioned, reading),
                reading,
                RowChanges.NONE);
    }

    private TableAdapter units() {
        return new ResourceTable(
                UNITS,
                new CatalogRows(apis.api(UnitsApi.class)::units, "units", UnitsApi.LIST_UNITS, reading, GUESSED_UNITS),
                reading,
                RowChanges.NONE);
    }

    private TableAdapter unitSystems() {
        return new ResourceTable(
                UNIT_SYSTEMS,
                new CatalogRows(
                        apis.api(UnitsApi.class)::systems,
                        "units/systems",
                        UnitsApi.LIST_SYSTEMS,
                        reading,
                        GUESSED_SYSTEMS),
                reading,
                RowChanges.NONE);
    }
}
