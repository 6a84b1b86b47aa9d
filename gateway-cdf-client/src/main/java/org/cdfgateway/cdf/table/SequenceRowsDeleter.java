package org.cdfgateway.cdf.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.cdf.adapter.RequestSequence;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.SequenceRowsApi;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.WriteOutcome;

/** Deletes rows of sequences. */
final class SequenceRowsDeleter implements RowDeleter {
    private static final Column ROW_NUMBER = BuiltInTables.SEQUENCE_ROWS.column("row_number");

    /** Rows that one request takes (reference/cdf-api-resources.md section 8). */
    private static final int MAX_ROWS = 10_000;

    /** Sequences that one request takes. */
    private static final int MAX_SEQUENCES = 1_000;

    private final SequenceRowsApi api;
    private final CallTimeouts timeouts;

    SequenceRowsDeleter(SequenceRowsApi api, CallTimeouts timeouts) {
        this.api = api;
        this.timeouts = timeouts;
    }

    @Override
    public List<String> operations() {
        return List.of("POST /sequences/data/delete");
    }

    @Override
    public int maxBatchRows() {
        return MAX_ROWS;
    }

    @Override
    public int parallelism() {
        return 1;
    }

    @Override
    public boolean needsOnlyTheKey() {
        return false;
    }

    @Override
    public WriteOutcome delete(List<RowKey> keys, MissingRows missing, CdfAccess access) {
        Map<Object, List<Long>> bySequence = new LinkedHashMap<>();
        for (RowKey key : keys) {
            bySequence
                    .computeIfAbsent(key.values().get(0), unused -> new ArrayList<>())
                    .add((Long) key.value(ROW_NUMBER));
        }
        List<SequenceRowsApi.DeletedRows> items = new ArrayList<>();
        bySequence.forEach((sequence, rows) -> items.add(
                sequence instanceof Long id
                        ? new SequenceRowsApi.DeletedRows(id, null, rows)
                        : new SequenceRowsApi.DeletedRows(null, (String) sequence, rows)));
        RequestSequence requests = new RequestSequence();
        for (int from = 0; from < items.size(); from += MAX_SEQUENCES) {
            List<SequenceRowsApi.DeletedRows> some = items.subList(from, Math.min(items.size(), from + MAX_SEQUENCES));
            requests.send(
                    some.stream().mapToInt(item -> item.rows().size()).sum(),
                    () -> api.delete(
                            access.project(),
                            new SequenceRowsApi.Deletion(some),
                            timeouts.start(SequenceRowsApi.DELETE, access)));
        }
        return new WriteOutcome(List.of(), List.of());
    }
}
