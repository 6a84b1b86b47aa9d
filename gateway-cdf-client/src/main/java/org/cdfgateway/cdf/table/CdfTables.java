package org.cdfgateway.cdf.table;

import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.DOUBLE_DATAPOINTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.STRING_DATAPOINTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.TIME_SERIES;

import java.time.Clock;
import java.util.List;
import org.cdfgateway.cdf.api.AssetsApi;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.api.ChangesApi;
import org.cdfgateway.cdf.api.ClassicResource;
import org.cdfgateway.cdf.api.DatapointsApi;
import org.cdfgateway.cdf.api.EventsApi;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.api.TimeSeriesApi;
import org.cdfgateway.cdf.change.ClassicChanges;
import org.cdfgateway.cdf.check.AssetParentRule;
import org.cdfgateway.cdf.check.ClassicTimesRule;
import org.cdfgateway.cdf.check.ColumnRules;
import org.cdfgateway.cdf.check.JsonObjectRule;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.filter.ResourceFilter;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.table.TableDefinition;

/** Puts the adapters of the built-in tables together. */
public final class CdfTables {
    private final CdfApis apis;
    private final Reading reading;
    private final Counts counts;
    private final ClassicChanges changes;

    private CdfTables(CdfApis apis, Reading reading, Clock clock) {
        this.apis = apis;
        this.reading = reading;
        this.counts = new Counts(reading.executor(), clock);
        this.changes = new ClassicChanges(apis.api(ChangesApi.class), reading.timeouts());
    }

    /** The built-in tables, in the order of their definitions. */
    public static List<TableAdapter> builtIn(CdfApis apis, Reading reading, Clock clock) {
        return new CdfTables(apis, reading, clock).all();
    }

    private List<TableAdapter> all() {
        TableAdapter timeSeries = timeSeries();
        return List.of(
                assets(),
                events(),
                timeSeries,
                datapoints(DOUBLE_DATAPOINTS, timeSeries),
                datapoints(STRING_DATAPOINTS, timeSeries),
                rawRows(),
                rawTables());
    }

    private TableAdapter assets() {
        RowCheck values = JsonObjectRule.objectOfTexts(ASSETS, "metadata")
                .and(JsonObjectRule.object(ASSETS, "geo_location"))
                .and(AssetParentRule.of(ASSETS));
        return classic(
                ASSETS,
                apis.api(AssetsApi.class),
                new ClassicPath("assets", "assetsAcl"),
                ResourceFilter.ASSETS,
                values,
                RowDependency.assetParents(ASSETS),
                changes.assetDeleter(ASSETS, "assets", "assetsAcl"));
    }

    private TableAdapter events() {
        return classic(
                EVENTS,
                apis.api(EventsApi.class),
                new ClassicPath("events", "eventsAcl"),
                ResourceFilter.EVENTS,
                new ClassicTimesRule(EVENTS).and(JsonObjectRule.objectOfTexts(EVENTS, "metadata")),
                RowDependency.NONE,
                changes.deleter(EVENTS, "events", "eventsAcl"));
    }

    private TableAdapter timeSeries() {
        return classic(
                TIME_SERIES,
                apis.api(TimeSeriesApi.class),
                new ClassicPath("timeseries", "timeSeriesAcl"),
                ResourceFilter.TIME_SERIES,
                JsonObjectRule.objectOfTexts(TIME_SERIES, "metadata"),
                RowDependency.NONE,
                changes.deleter(TIME_SERIES, "timeseries", "timeSeriesAcl"));
    }

    private record ClassicPath(String path, String acl) {}

    private TableAdapter classic(
            TableDefinition table,
            ClassicResource api,
            ClassicPath path,
            ResourceFilter filter,
            RowCheck values,
            RowDependency dependency,
            RowDeleter deleter) {
        ClassicOperations operations = ClassicOperations.of(path.path(), path.acl());
        RowCheck insertion = new ColumnRules(table).and(values);
        return new ClassicTable(
                table,
                api,
                operations,
                filter,
                reading,
                counts,
                changes.settling(
                        new ClassicWriter(table, api, operations.create(), reading.timeouts(), insertion, dependency),
                        table,
                        path.path(),
                        path.acl()),
                changes.updater(table, path.path(), path.acl(), values),
                deleter);
    }

    private TableAdapter datapoints(TableDefinition table, TableAdapter timeSeries) {
        DatapointsApi api = apis.api(DatapointsApi.class);
        DatapointReads reads =
                new DatapointReads(table, table.equals(STRING_DATAPOINTS), api, apis.api(TimeSeriesApi.class), reading);
        return new DatapointsTable(
                table,
                reads,
                timeSeries,
                new DatapointsWriter(table, api, reading.timeouts()),
                new DatapointsDeleter(table, api, reading.timeouts()));
    }

    private TableAdapter rawRows() {
        RawApi api = apis.api(RawApi.class);
        return new RawRowsTable(
                api,
                new RawReads(api, reading),
                reading,
                new RawRowsWriter(api, reading.timeouts()),
                new RawRowsDeleter(api, reading.timeouts()));
    }

    private TableAdapter rawTables() {
        RawApi api = apis.api(RawApi.class);
        return new RawTablesTable(
                new RawReads(api, reading),
                reading,
                new RawTablesWriter(api, reading.timeouts()),
                new RawTablesDeleter(api, reading.timeouts()));
    }
}
