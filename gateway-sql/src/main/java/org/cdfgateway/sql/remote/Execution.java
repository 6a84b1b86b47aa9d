package org.cdfgateway.sql.remote;

import java.util.List;
import org.cdfgateway.domain.port.inbound.RemoteSession.RemoteResult;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.sql.remote.change.Changed;
import org.cdfgateway.sql.remote.cursor.SqlCursor;
import org.cdfgateway.sql.remote.statement.OutputColumn;
import org.cdfgateway.sql.remote.statement.RemoteStatement;
import org.cdfgateway.sql.remote.statement.Select;
import org.jspecify.annotations.Nullable;

/**
 * Carries one statement out.
 *
 * @param parameters of rows that are inserted, or changed by address; those of others are part of the statement already
 */
record Execution(
        SessionTransaction transaction,
        PreparedStatements prepared,
        Adapters adapters,
        TableAccess tables,
        List<@Nullable String> parameters)
        implements RemoteStatement.Cases<RemoteResult> {

    static final ResultColumn EXPLAIN_COLUMN = new ResultColumn("QUERY PLAN", SqlType.TEXT);

    @Override
    public RemoteResult startTransaction(RemoteStatement.StartTransaction statement) {
        transaction.start();
        return new Results.Tagged("START TRANSACTION");
    }

    @Override
    public RemoteResult commit(RemoteStatement.Commit statement) {
        return new Results.Tagged(transaction.commit());
    }

    @Override
    public RemoteResult abort(RemoteStatement.Abort statement) {
        return new Results.Tagged(transaction.abort());
    }

    @Override
    public RemoteResult savepoint(RemoteStatement.Savepoint statement) {
        transaction.savepoint(statement.name());
        return new Results.Tagged("SAVEPOINT");
    }

    @Override
    public RemoteResult releaseSavepoint(RemoteStatement.ReleaseSavepoint statement) {
        transaction.releaseSavepoint(statement.name());
        return new Results.Tagged("RELEASE");
    }

    @Override
    public RemoteResult rollbackToSavepoint(RemoteStatement.RollbackToSavepoint statement) {
        transaction.rollbackToSavepoint(statement.name());
        return new Results.Tagged("ROLLBACK");
    }

    @Override
    public RemoteResult changeSetting(RemoteStatement.ChangeSetting statement) {
        return new Results.Tagged("SET");
    }

    @Override
    public RemoteResult declareCursor(RemoteStatement.DeclareCursor statement) {
        transaction.declare(statement.cursor(), cursor(statement.select()));
        return new Results.Tagged("DECLARE CURSOR");
    }

    @Override
    public RemoteResult fetch(RemoteStatement.Fetch statement) {
        return new Results.Fetched(transaction.cursor(statement.cursor()), "FETCH", statement.rows());
    }

    @Override
    public RemoteResult moveBackwardAll(RemoteStatement.MoveBackwardAll statement) {
        transaction.cursor(statement.cursor()).rewind();
        return new Results.Tagged("MOVE 0");
    }

    @Override
    public RemoteResult closeCursor(RemoteStatement.CloseCursor statement) {
        transaction.closeCursor(statement.cursor());
        return new Results.Tagged("CLOSE CURSOR");
    }

    @Override
    public RemoteResult explain(RemoteStatement.Explain statement) {
        Select select = statement.select();
        adapters.requireAllowed(statement);
        String line = tables.estimate(select, adapters.of(select.table())).asExplainLine();
        return new Results.Listed(List.of(EXPLAIN_COLUMN), List.of(Row.owning(line)), "EXPLAIN");
    }

    @Override
    public RemoteResult query(RemoteStatement.Query statement) {
        SqlCursor cursor = cursor(statement.select());
        transaction.unnamed(cursor);
        return new Results.Fetched(cursor, "SELECT", Long.MAX_VALUE);
    }

    @Override
    public RemoteResult insert(RemoteStatement.Insert statement) {
        TableAdapter adapter = adapters.of(statement.table());
        List<Row> rows = RowValues.of(statement, parameters);
        String tag = "INSERT 0 " + rows.size();
        if (statement.returning().isEmpty()) {
            transaction.writes().insert(adapter, rows);
            commitOutsideOfTransaction();
            return new Results.Tagged(tag);
        }
        List<Row> returned = rows;
        if (KnownReturning.of(statement, rows)) {
            transaction.writes().insert(adapter, rows);
        } else {
            returned = transaction.writes().insertReturning(adapter, rows);
        }
        commitOutsideOfTransaction();
        List<Row> shown = returned.stream()
                .map(row -> OutputColumn.project(statement.returning(), row))
                .toList();
        return new Results.Listed(OutputColumn.results(statement.returning()), shown, tag);
    }

    @Override
    public RemoteResult update(RemoteStatement.Update statement) {
        return changed("UPDATE ", statement, tables.changes().update(statement, adapters.of(statement.table())));
    }

    @Override
    public RemoteResult updateRow(RemoteStatement.UpdateRow statement) {
        return changed(
                "UPDATE ",
                statement,
                tables.addressedChanges().update(statement, adapters.of(statement.table()), parameters));
    }

    @Override
    public RemoteResult delete(RemoteStatement.Delete statement) {
        return changed("DELETE ", statement, tables.changes().delete(statement, adapters.of(statement.table())));
    }

    @Override
    public RemoteResult deleteRow(RemoteStatement.DeleteRow statement) {
        return changed(
                "DELETE ",
                statement,
                tables.addressedChanges().delete(statement, adapters.of(statement.table()), parameters));
    }

    private RemoteResult changed(String command, RemoteStatement statement, Changed changed) {
        commitOutsideOfTransaction();
        String tag = command + changed.count();
        return statement.outputs().isEmpty()
                ? new Results.Tagged(tag)
                : new Results.Listed(OutputColumn.results(statement.outputs()), changed.returned(), tag);
    }

    private void commitOutsideOfTransaction() {
        if (!transaction.isOpen()) {
            transaction.writes().commit();
        }
    }

    @Override
    public RemoteResult deallocate(RemoteStatement.Deallocate statement) {
        prepared.remove(statement.name());
        return new Results.Tagged("DEALLOCATE");
    }

    @Override
    public RemoteResult deallocateAll(RemoteStatement.DeallocateAll statement) {
        prepared.clear();
        return new Results.Tagged("DEALLOCATE ALL");
    }

    private SqlCursor cursor(Select select) {
        return tables.cursor(select, adapters.of(select.table()));
    }
}
