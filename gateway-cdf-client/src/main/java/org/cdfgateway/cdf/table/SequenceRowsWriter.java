package org.cdfgateway.cdf.table;

import java.util.List;
import org.cdfgateway.cdf.adapter.RequestSequence;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.SequenceRowsApi;
import org.cdfgateway.cdf.check.ColumnRules;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.sequence.ColumnValues;
import org.cdfgateway.cdf.sequence.SequenceRequests;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** Inserts rows of sequences; a row with the same number takes the new values and keeps those of other columns. */
final class SequenceRowsWriter implements RowInserter {
    private static final TableDefinition TABLE = BuiltInTables.SEQUENCE_ROWS;

    /** Rows that one request takes (reference/cdf-api-resources.md section 8). */
    private static final int MAX_ROWS = 10_000;

    /** The Python SDK's default (reference/cdf-api-resources.md section 1.15). */
    private static final int PARALLELISM = 4;

    private static final RowCheck CHECK = new ColumnRules(TABLE).and(new SequenceRowRule(TABLE));

    private final SequenceRowsApi api;
    private final CallTimeouts timeouts;

    SequenceRowsWriter(SequenceRowsApi api, CallTimeouts timeouts) {
        this.api = api;
        this.timeouts = timeouts;
    }

    @Override
    public List<String> operations() {
        return List.of("POST /sequences/data");
    }

    @Override
    public int maxBatchRows() {
        return MAX_ROWS;
    }

    @Override
    public int parallelism() {
        return PARALLELISM;
    }

    @Override
    public boolean dependsOnEarlier(List<Row> rows) {
        return false;
    }

    @Override
    public void check(Row row) {
        CHECK.check(row);
    }

    @Override
    public List<Row> insert(List<Row> rows, CdfAccess access) {
        RequestSequence requests = new RequestSequence();
        for (SequenceRequests.Body body : SequenceRequests.of(rows)) {
            requests.send(
                    body.rows(),
                    () -> api.insert(access.project(), body, timeouts.start(SequenceRowsApi.INSERT, access)));
        }
        return rows.stream().map(ColumnValues::stored).toList();
    }
}
