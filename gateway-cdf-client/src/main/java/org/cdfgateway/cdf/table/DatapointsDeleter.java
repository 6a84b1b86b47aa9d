package org.cdfgateway.cdf.table;

import java.util.List;
import java.util.Objects;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.DatapointsApi;
import org.cdfgateway.cdf.api.DeletedRanges;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.cdf.row.EpochTime;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.WriteOutcome;

/** Deletes data points one by one, since those between two of them may have to stay. */
final class DatapointsDeleter implements RowDeleter {
    /** The Python SDK's default for deletions (reference/cdf-api-resources.md section 1.15). */
    private static final int PARALLELISM = 2;

    private final Column timestamp;
    private final DatapointsApi api;
    private final CallTimeouts timeouts;

    DatapointsDeleter(TableDefinition table, DatapointsApi api, CallTimeouts timeouts) {
        this.timestamp = table.column("timestamp");
        this.api = api;
        this.timeouts = timeouts;
    }

    @Override
    public List<String> operations() {
        return List.of("POST /timeseries/data/delete");
    }

    @Override
    public int maxBatchRows() {
        return DeletedRanges.MAX_ITEMS;
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
        List<DeletedRanges.Item> points = keys.stream().map(this::point).toList();
        api.delete(access.project(), new DeletedRanges(points), timeouts.start(DatapointsApi.DELETE, access));
        return new WriteOutcome(List.of(), List.of());
    }

    private DeletedRanges.Item point(RowKey key) {
        Object series = Objects.requireNonNull(key.values().get(0));
        Reference reference = series instanceof Long id ? Reference.byId(id) : Reference.byExternalId((String) series);
        return DeletedRanges.Item.point(reference, EpochTime.toMillis((Long) key.value(timestamp)));
    }
}
