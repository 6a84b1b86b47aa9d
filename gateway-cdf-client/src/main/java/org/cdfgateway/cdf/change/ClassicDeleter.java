package org.cdfgateway.cdf.change;

import java.util.List;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.ChangesApi;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.WriteOutcome;

/** Deletes items of a classic resource; each request is carried out as a whole or not at all. */
final class ClassicDeleter implements RowDeleter {
    private final ChangedResource resource;
    private final ChangesApi api;
    private final CallTimeouts timeouts;
    private final DeletionOrder order;
    private final MissingKeys missingKeys;

    ClassicDeleter(ChangedResource resource, ChangesApi api, CallTimeouts timeouts, DeletionOrder order) {
        this.resource = resource;
        this.api = api;
        this.timeouts = timeouts;
        this.order = order;
        this.missingKeys = new MissingKeys(
                new StoredItems(resource, api, timeouts), resource.table().name());
    }

    @Override
    public int maxBatchRows() {
        return ClassicChanges.MAX_ITEMS;
    }

    @Override
    public int parallelism() {
        return order == DeletionOrder.ANY ? ClassicChanges.PARALLEL_DELETIONS : 1;
    }

    @Override
    public boolean needsOnlyTheKey() {
        return true;
    }

    @Override
    public List<RowKey> deletionOrder(List<RowKey> keys, CdfAccess access) {
        return order.of(keys, access);
    }

    @Override
    public WriteOutcome delete(List<RowKey> keys, MissingRows missing, CdfAccess access) {
        return missingKeys.send(keys, key -> key, missing, known -> send(known, access), access);
    }

    private List<Row> send(List<RowKey> keys, CdfAccess access) {
        api.delete(
                access.project(),
                resource.path(),
                new JsonReferences(keys, false),
                timeouts.start(resource.delete(), access));
        return List.of();
    }
}
