package org.cdfgateway.sql.remote.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.sql.remote.statement.OutputColumn;
import org.cdfgateway.sql.remote.write.RowKeys;
import org.cdfgateway.sql.remote.write.RowSize;

/** What one UPDATE or DELETE has done so far. Belongs to the session's thread. */
final class Tally {
    private final TableDefinition table;
    private final Optional<List<RowKey>> expected;
    private final long maxReturnedBytes;
    private final Set<RowKey> found = new HashSet<>();
    private final List<Row> returned = new ArrayList<>();
    private long returnedBytes;
    private long count;

    /** @param expected the keys that must all be found, if any must */
    Tally(TableDefinition table, Optional<List<RowKey>> expected, long maxReturnedBytes) {
        this.table = table;
        this.expected = expected;
        this.maxReturnedBytes = maxReturnedBytes;
    }

    void found(List<Row> rows) {
        if (expected.isPresent()) {
            rows.forEach(row -> found.addAll(RowKeys.all(table, row)));
        }
    }

    void changed(long rows) {
        count += rows;
    }

    /**
     * To be asked before a page of rows is changed that RETURNING will return.
     *
     * @throws GatewayException PROGRAM_LIMIT_EXCEEDED when there is no room for another page
     */
    void requireRoom() {
        if (returnedBytes > maxReturnedBytes) {
            throw new GatewayException(
                            ErrorKind.PROGRAM_LIMIT_EXCEEDED,
                            "the rows that RETURNING returns take more than " + maxReturnedBytes + " bytes")
                    .withHint("Leave out RETURNING, return fewer columns, or split the statement by ranges of a key;"
                            + " gateway.limits.held-memory is the bound.");
        }
    }

    void returned(List<OutputColumn> outputs, List<Row> rows) {
        for (Row row : rows) {
            Row projected = OutputColumn.project(outputs, row);
            returnedBytes += RowSize.bytes(projected);
            returned.add(projected);
        }
    }

    /** @throws GatewayException NO_DATA_FOUND when not all expected keys were found */
    void requireAllKeys() {
        expected.ifPresent(keys -> FoundRows.requireAll(table, keys, found));
    }

    Changed changed() {
        return new Changed(count, returned);
    }
}
