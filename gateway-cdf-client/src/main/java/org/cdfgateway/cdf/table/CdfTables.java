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
import org.cdfgateway.cdf.api.ClassicResource;
import org.cdfgateway.cdf.api.DatapointsApi;
import org.cdfgateway.cdf.api.EventsApi;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.api.TimeSeriesApi;
import org.cdfgateway.cdf.filter.ResourceFilter;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.table.TableDefinition;

/** Puts the adapters of the built-in tables together. */
public final class CdfTables {
    private final CdfApis apis;
    private final Reading reading;
    private final Counts counts;

    private CdfTables(CdfApis apis, Reading reading, Clock clock) {
        this.apis = apis;
        this.reading = reading;
        this.counts = new Counts(reading.executor(), clock);
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
        return classic(
                ASSETS,
                apis.api(AssetsApi.class),
                ClassicOperations.of("assets", "assetsAcl"),
                ResourceFilter.ASSETS,
                new ColumnRules(ASSETS)
                        .and(JsonObjectRule.objectOfTexts(ASSETS, "metadata"))
                        .and(JsonObjectRule.object(ASSETS, "geo_location"))
                        .and(AssetParentRule.of(ASSETS)),
                RowDependency.assetParents(ASSETS));
    }

    private TableAdapter events() {
        return classic(
                EVENTS,
                apis.api(EventsApi.class),
                ClassicOperations.of("events", "eventsAcl"),
                ResourceFilter.EVENTS,
                new ColumnRules(EVENTS)
                        .and(new ClassicTimesRule(EVENTS))
                        .and(JsonObjectRule.objectOfTexts(EVENTS, "metadata")),
                RowDependency.NONE);
    }

    private TableAdapter timeSeries() {
        return classic(
                TIME_SERIES,
                apis.api(TimeSeriesApi.class),
                ClassicOperations.of("timeseries", "timeSeriesAcl"),
                ResourceFilter.TIME_SERIES,
                new ColumnRules(TIME_SERIES).and(JsonObjectRule.objectOfTexts(TIME_SERIES, "metadata")),
                RowDependency.NONE);
    }

    private TableAdapter classic(
            TableDefinition table,
            ClassicResource api,
            ClassicOperations operations,
            ResourceFilter filter,
            RowCheck check,
            RowDependency dependency) {
        return new ClassicTable(
                table,
                api,
                operations,
                filter,
                reading,
                counts,
                new ClassicWriter(table, api, operations.create(), reading.timeouts(), check, dependency));
    }

    private TableAdapter datapoints(TableDefinition table, TableAdapter timeSeries) {
        DatapointsApi api = apis.api(DatapointsApi.class);
        DatapointReads reads =
                new DatapointReads(table, table.equals(STRING_DATAPOINTS), api, apis.api(TimeSeriesApi.class), reading);
        return new DatapointsTable(table, reads, timeSeries, new DatapointsWriter(table, api, reading.timeouts()));
    }

    private TableAdapter rawRows() {
        RawApi api = apis.api(RawApi.class);
        return new RawRowsTable(api, new RawReads(api, reading), reading, new RawRowsWriter(api, reading.timeouts()));
    }

    private TableAdapter rawTables() {
        RawApi api = apis.api(RawApi.class);
        return new RawTablesTable(new RawReads(api, reading), reading, new RawTablesWriter(api, reading.timeouts()));
    }
}
