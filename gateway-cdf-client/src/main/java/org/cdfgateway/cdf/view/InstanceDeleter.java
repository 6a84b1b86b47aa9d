package org.cdfgateway.cdf.view;

import java.util.List;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.InstanceReference;
import org.cdfgateway.cdf.api.InstancesApi;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.custom.InstanceField;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.WriteOutcome;

/**
 * Deletes instances, with all their data in whatever view. Needs to know that the rows exist, because CDF's call would
 * also delete what the view does not show.
 */
final class InstanceDeleter implements RowDeleter {
    /** Half of what CDF grants a project for all its users (reference/cdf-api-data.md section 1.6). */
    private static final int PARALLELISM = 1;

    private final ViewTable table;
    private final InstancesApi api;
    private final CallTimeouts timeouts;

    InstanceDeleter(ViewTable table, InstancesApi api, CallTimeouts timeouts) {
        this.table = table;
        this.api = api;
        this.timeouts = timeouts;
    }

    @Override
    public List<String> operations() {
        return List.of(InstancesApi.DELETE_CALL);
    }

    @Override
    public int maxBatchRows() {
        return InstancesApi.MAX_ITEMS;
    }

    @Override
    public int parallelism() {
        return PARALLELISM;
    }

    @Override
    public boolean needsOnlyTheKey() {
        return false;
    }

    @Override
    public WriteOutcome delete(List<RowKey> keys, MissingRows missing, CdfAccess access) {
        Column space = table.column(InstanceField.SPACE);
        Column externalId = table.column(InstanceField.EXTERNAL_ID);
        List<InstanceReference.Typed> items = keys.stream()
                .map(key -> new InstanceReference((String) key.value(space), (String) key.value(externalId)))
                .map(reference -> reference.typed(table.kind().instanceType()))
                .toList();
        api.delete(access.project(), new InstancesApi.Deletion(items), timeouts.start(InstancesApi.DELETE, access));
        return new WriteOutcome(List.of(), List.of());
    }
}
