package org.cdfgateway.sql.remote;

import java.util.List;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.inbound.RemoteSession.RemoteResult;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.sql.remote.call.RunningCall;
import org.cdfgateway.sql.remote.cursor.SqlCursor;
import org.cdfgateway.sql.remote.estimate.PlanEstimate;
import org.cdfgateway.sql.remote.statement.OutputColumn;
import org.cdfgateway.sql.remote.statement.RemoteStatement;
import org.cdfgateway.sql.remote.statement.Select;
import org.jspecify.annotations.Nullable;

/**
 * Carries one statement out.
 *
 * @param parameters for INSERT; those of queries are part of the statement already
 */
record Execution(
        SessionTransaction transaction,
        PreparedStatements prepared,
        Adapters adapters,
        CdfAccess access,
        RunningCall call,
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
        String line =
                PlanEstimate.of(select, adapters.of(select.table()), access).asExplainLine();
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
        if (!statement.returning().isEmpty()) {
            List<Row> stored = transaction.writes().insertReturning(adapter, rows);
            List<Row> shown = stored.stream()
                    .map(row -> OutputColumn.project(statement.returning(), row))
                    .toList();
            return new Results.Listed(OutputColumn.results(statement.returning()), shown, tag);
        }
        transaction.writes().insert(adapter, rows);
        if (!transaction.isOpen()) {
            transaction.writes().commit();
        }
        return new Results.Tagged(tag);
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
        return new SqlCursor(select, adapters.of(select.table()), access, call);
    }
}
