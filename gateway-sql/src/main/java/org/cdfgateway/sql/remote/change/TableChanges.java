package org.cdfgateway.sql.remote.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.inbound.ClientContext;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.domain.write.WriteOutcome;
import org.cdfgateway.sql.remote.call.RunningCall;
import org.cdfgateway.sql.remote.compute.NewValues;
import org.cdfgateway.sql.remote.compute.RowComputation;
import org.cdfgateway.sql.remote.cursor.MatchingRows;
import org.cdfgateway.sql.remote.statement.OutputColumn;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Delete;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Update;
import org.cdfgateway.sql.remote.statement.Select;
import org.cdfgateway.sql.remote.write.TransactionWrites;

/**
 * Carries out UPDATE and DELETE by conditions. Rows are changed by their keys. When the condition says nothing but which
 * keys are meant, CDF is told at once, if it may be; otherwise the rows are found by a read first.
 */
public final class TableChanges {
    private final TransactionWrites writes;
    private final RowComputation computation;
    private final ClientContext client;
    private final FoundRows found;
    private final long maxReturnedBytes;

    /** @param maxReturnedBytes of rows that one statement returns; RETURNING hands them over all at once */
    public TableChanges(
            TransactionWrites writes,
            RowComputation computation,
            ClientContext client,
            CdfAccess access,
            RunningCall call,
            long maxReturnedBytes) {
        this.writes = writes;
        this.computation = computation;
        this.client = client;
        this.found = new FoundRows(writes.held(), computation, access, call);
        this.maxReturnedBytes = maxReturnedBytes;
    }

    /**
     * The rows of CDF that a query with FOR UPDATE finds, as the transaction's earlier changes leave them.
     *
     * @throws GatewayException what was sent before has failed
     */
    public MatchingRows rowsFor(Select select, TableAdapter adapter) {
        Set<Column> needed = new HashSet<>(select.columns());
        if (RowAddresses.needsWholeRows(adapter)) {
            needed.addAll(adapter.table().columns());
        }
        writes.awaitSent();
        return found.open(adapter, select.condition(), needed);
    }

    /** @throws GatewayException what CDF, PostgreSQL or the checks of values say */
    public Changed update(Update statement, TableAdapter adapter) {
        TableDefinition table = adapter.table();
        RowUpdater updater = adapter.requireUpdater();
        NewValues values = new NewValues(table, statement.assignments(), computation);
        Optional<List<RowKey>> pinned = PinnedKeys.of(table, statement.condition());
        if (pinned.isPresent() && updater.needsOnlyTheKey() && values.areConstant() && isDecidedByCdf()) {
            return updateByKeys(statement, adapter, values, pinned.get());
        }
        Set<Column> needed = new HashSet<>(values.sources());
        if (!updater.needsOnlyTheKey()) {
            needed.addAll(table.columns());
        }
        Tally tally = new Tally(table, client.strictKeys() ? pinned : Optional.empty(), maxReturnedBytes);
        writes.awaitSent();
        found.forEachPage(adapter, statement.condition(), needed, pinned, rows -> {
            List<RowUpdate> updates = updates(updater, table, values, rows);
            tally.found(rows);
            if (statement.returning().isEmpty()) {
                writes.update(adapter, updates, MissingRows.SKIP);
                tally.changed(updates.size());
            } else {
                tally.requireRoom();
                List<Row> stored =
                        writes.updateNow(adapter, updates, MissingRows.SKIP).stored();
                tally.changed(stored.size());
                tally.returned(statement.returning(), stored);
            }
        });
        return finish(tally);
    }

    /** @throws GatewayException what CDF, PostgreSQL or the checks of values say */
    public Changed delete(Delete statement, TableAdapter adapter) {
        TableDefinition table = adapter.table();
        RowDeleter deleter = adapter.requireDeleter();
        Optional<List<RowKey>> pinned = PinnedKeys.of(table, statement.condition());
        if (pinned.isPresent()
                && deleter.needsOnlyTheKey()
                && statement.returning().isEmpty()
                && isDecidedByCdf()) {
            return deleteByKeys(adapter, pinned.get());
        }
        Tally tally = new Tally(table, client.strictKeys() ? pinned : Optional.empty(), maxReturnedBytes);
        Set<Column> needed = OutputColumn.columns(statement.returning());
        writes.awaitSent();
        found.forEachPage(adapter, statement.condition(), needed, pinned, rows -> {
            tally.found(rows);
            List<RowKey> keys =
                    rows.stream().map(row -> KeyErrors.keyOf(table, row)).toList();
            writes.delete(adapter, keys, MissingRows.SKIP);
            tally.changed(keys.size());
            if (!statement.returning().isEmpty()) {
                tally.requireRoom();
                tally.returned(statement.returning(), rows);
            }
        });
        return finish(tally);
    }

    /** Whether CDF may tell which rows exist: at once for a statement alone, or at COMMIT if a missing one is an error. */
    private boolean isDecidedByCdf() {
        return client.strictKeys() || client.runsLoneChange();
    }

    private MissingRows missingRows() {
        return client.strictKeys() ? MissingRows.FAIL : MissingRows.SKIP;
    }

    private Changed updateByKeys(Update statement, TableAdapter adapter, NewValues values, List<RowKey> keys) {
        if (keys.isEmpty()) {
            return new Changed(0, List.of());
        }
        Row constants = values.ofAnyRow();
        List<RowUpdate> updates = keys.stream()
                .map(key -> new RowUpdate(key, values.columns(), constants, Optional.empty()))
                .toList();
        check(adapter.requireUpdater(), updates);
        if (statement.returning().isEmpty() && !client.runsLoneChange()) {
            writes.update(adapter, updates, missingRows());
            return new Changed(updates.size(), List.of());
        }
        WriteOutcome outcome = writes.updateNow(adapter, updates, missingRows());
        List<Row> returned = statement.returning().isEmpty()
                ? List.of()
                : outcome.stored().stream()
                        .map(row -> OutputColumn.project(statement.returning(), row))
                        .toList();
        return new Changed((long) updates.size() - outcome.missing().size(), returned);
    }

    private Changed deleteByKeys(TableAdapter adapter, List<RowKey> keys) {
        if (client.runsLoneChange()) {
            WriteOutcome outcome = writes.deleteNow(adapter, keys, missingRows());
            return new Changed((long) keys.size() - outcome.missing().size(), List.of());
        }
        writes.delete(adapter, keys, missingRows());
        return new Changed(keys.size(), List.of());
    }

    private static List<RowUpdate> updates(
            RowUpdater updater, TableDefinition table, NewValues values, List<Row> rows) {
        List<Row> computed = values.of(rows);
        List<RowUpdate> updates = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Optional<Row> current = updater.needsOnlyTheKey() ? Optional.empty() : Optional.of(row);
            updates.add(new RowUpdate(KeyErrors.keyOf(table, row), values.columns(), computed.get(i), current));
        }
        check(updater, updates);
        return updates;
    }

    private static void check(RowUpdater updater, List<RowUpdate> updates) {
        updates.forEach(updater::check);
    }

    /** Nothing can undo a statement alone, so its own answer tells whether CDF accepted it. */
    private Changed finish(Tally tally) {
        tally.requireAllKeys();
        if (client.runsLoneChange()) {
            writes.flush();
        }
        return tally.changed();
    }
}
