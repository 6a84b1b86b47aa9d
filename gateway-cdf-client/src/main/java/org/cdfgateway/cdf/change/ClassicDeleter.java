package org.cdfgateway.cdf.change;

import java.util.List;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.ResourcesApi;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.WriteOutcome;

/** Deletes items of a classic resource; each request is carried out as a whole or not at all. */
final class ClassicDeleter implements RowDeleter {
    private final ChangedResource resource;
    private final ResourcesApi api;
    private final CallTimeouts timeouts;
    private final DeletionOrder order;
    private final StoredItems items;
    private final MissingKeys missingKeys;

    ClassicDeleter(ChangedResource resource, ResourcesApi api, CallTimeouts timeouts, DeletionOrder order) {
        this.resource = resource;
        this.api = api;
        this.timeouts = timeouts;
        this.order = order;
        this.items = new StoredItems(resource, api, timeouts);
        this.missingKeys = new MissingKeys(items, resource.table().name());
    }

    @Override
    public List<String> operations() {
        return List.of("POST /" + resource.path() + "/delete");
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
        try {
            request(keys, access);
        } catch (GatewayException e) {
            if (e.kind() != ErrorKind.IO_ERROR) {
                throw e;
            }
            settle(keys, access, e);
        }
        return List.of();
    }

    /** The answer was lost: items that are still there are deleted again, those that are gone are what was wanted. */
    private void settle(List<RowKey> keys, CdfAccess access, GatewayException failure) {
        List<RowKey> gone;
        try {
            gone = items.missing(keys, access);
        } catch (GatewayException e) {
            failure.addSuppressed(e);
            throw failure;
        }
        if (gone.isEmpty()) {
            request(keys, access);
        } else if (gone.size() < keys.size()) {
            throw failure;
        }
    }

    private void request(List<RowKey> keys, CdfAccess access) {
        api.delete(
                access.project(),
                resource.path(),
                new JsonReferences(keys, false),
                timeouts.start(resource.delete(), access));
    }
}
