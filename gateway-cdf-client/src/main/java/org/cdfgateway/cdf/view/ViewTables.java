package org.cdfgateway.cdf.view;

import org.cdfgateway.cdf.adapter.Counts;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.adapter.ResourceTable;
import org.cdfgateway.cdf.adapter.RowChanges;
import org.cdfgateway.cdf.adapter.Totals;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.api.InstancesApi;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.custom.ViewSource;

/** Puts the adapters of tables over views together. */
public final class ViewTables {
    private final InstancesApi api;
    private final Reading reading;
    private final Counts counts;

    public ViewTables(CdfApis apis, Reading reading, Counts counts) {
        this.api = apis.api(InstancesApi.class);
        this.reading = reading;
        this.counts = counts;
    }

    /** @param definition what {@link org.cdfgateway.domain.table.custom.CustomTables} makes of the view */
    public TableAdapter table(TableDefinition definition, ViewSource source) {
        ViewTable table = new ViewTable(definition, source);
        ApplyCalls calls = new ApplyCalls(api, reading.timeouts(), table);
        return new ResourceTable(
                definition,
                new ViewRows(table, api, reading, totals(table)),
                reading,
                RowChanges.insert(new InstanceInserter(table, source.view(), calls))
                        .update(new InstanceUpdater(table, calls))
                        .delete(new InstanceDeleter(table, api, reading.timeouts())));
    }

    private Totals totals(ViewTable table) {
        return Totals.counted(
                table.kind() + " of view " + table.space() + "/" + table.label(),
                counts,
                access -> count(table, access));
    }

    private long count(ViewTable table, CdfAccess access) {
        return api.count(
                        access.project(),
                        InstancesApi.Counted.instances(
                                table.reference(), table.kind().instanceType()),
                        reading.call(InstancesApi.COUNT, access))
                .count();
    }
}
