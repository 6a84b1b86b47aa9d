package org.cdfgateway.sql.remote.statement;

import java.util.List;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/** One statement of postgres_fdw (contrib/postgres_fdw/deparse.c and connection.c of PostgreSQL 18). */
public sealed interface RemoteStatement {

    <R> R match(Cases<R> cases);

    /** The columns of the rows that it returns; empty when it returns none. */
    default List<OutputColumn> outputs() {
        return List.of();
    }

    /** Whether its parameters are values alone, and no part of what it means: it need not be read again with them. */
    default boolean takesParametersWhenRun() {
        return false;
    }

    /** One method per member of the family. */
    interface Cases<R> {
        R startTransaction(StartTransaction statement);

        R commit(Commit statement);

        R abort(Abort statement);

        R savepoint(Savepoint statement);

        R releaseSavepoint(ReleaseSavepoint statement);

        R rollbackToSavepoint(RollbackToSavepoint statement);

        R changeSetting(ChangeSetting statement);

        R declareCursor(DeclareCursor statement);

        R fetch(Fetch statement);

        R moveBackwardAll(MoveBackwardAll statement);

        R closeCursor(CloseCursor statement);

        R explain(Explain statement);

        R query(Query statement);

        R insert(Insert statement);

        R update(Update statement);

        R updateRow(UpdateRow statement);

        R delete(Delete statement);

        R deleteRow(DeleteRow statement);

        R deallocate(Deallocate statement);

        R deallocateAll(DeallocateAll statement);
    }

    /** {@code START TRANSACTION ISOLATION LEVEL REPEATABLE READ} and the like; the isolation level means nothing to CDF. */
    record StartTransaction() implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.startTransaction(this);
        }
    }

    record Commit() implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.commit(this);
        }
    }

    record Abort() implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.abort(this);
        }
    }

    record Savepoint(String name) implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.savepoint(this);
        }
    }

    record ReleaseSavepoint(String name) implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.releaseSavepoint(this);
        }
    }

    record RollbackToSavepoint(String name) implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rollbackToSavepoint(this);
        }
    }

    /** {@code SET ...}: accepted and ignored. */
    record ChangeSetting() implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.changeSetting(this);
        }
    }

    /** {@code DECLARE c1 CURSOR FOR SELECT ...}. */
    record DeclareCursor(String cursor, Select select) implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.declareCursor(this);
        }
    }

    /** @param rows at most that many; {@link Long#MAX_VALUE} for all */
    record Fetch(String cursor, long rows) implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fetch(this);
        }
    }

    /** {@code MOVE BACKWARD ALL IN c1}: the next fetch starts over. */
    record MoveBackwardAll(String cursor) implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.moveBackwardAll(this);
        }
    }

    record CloseCursor(String cursor) implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.closeCursor(this);
        }
    }

    /** {@code EXPLAIN SELECT ...}: asks for an estimate. */
    record Explain(Select select) implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.explain(this);
        }
    }

    /** {@code SELECT ...} without a cursor. */
    record Query(Select select) implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.query(this);
        }

        @Override
        public List<OutputColumn> outputs() {
            return select.outputs();
        }
    }

    /**
     * {@code INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4) RETURNING a}.
     *
     * @param positions of the columns that the parameters of a row are for, in the table's definition
     * @param rows how many rows the parameters make
     * @param returning empty when nothing is returned
     */
    record Insert(TableDefinition table, List<Integer> positions, int rows, List<OutputColumn> returning)
            implements RemoteStatement {
        public Insert {
            positions = List.copyOf(positions);
            returning = List.copyOf(returning);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.insert(this);
        }

        @Override
        public boolean takesParametersWhenRun() {
            return true;
        }

        @Override
        public List<OutputColumn> outputs() {
            return returning;
        }
    }

    /**
     * {@code UPDATE t SET a = ... WHERE condition RETURNING a}.
     *
     * @param returning empty when nothing is returned
     */
    record Update(
            TableDefinition table, List<Assignment> assignments, RowCondition condition, List<OutputColumn> returning)
            implements RemoteStatement {
        public Update {
            assignments = List.copyOf(assignments);
            returning = List.copyOf(returning);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.update(this);
        }

        @Override
        public List<OutputColumn> outputs() {
            return returning;
        }
    }

    /**
     * {@code UPDATE t SET a = $2, b = $3 WHERE ctid = $1 RETURNING a}.
     *
     * @param columns that the parameters after the first are for
     * @param returning empty when nothing is returned
     */
    record UpdateRow(TableDefinition table, List<Column> columns, List<OutputColumn> returning)
            implements RemoteStatement {
        public UpdateRow {
            columns = List.copyOf(columns);
            returning = List.copyOf(returning);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.updateRow(this);
        }

        @Override
        public boolean takesParametersWhenRun() {
            return true;
        }

        @Override
        public List<OutputColumn> outputs() {
            return returning;
        }
    }

    /**
     * {@code DELETE FROM t WHERE condition RETURNING a}.
     *
     * @param returning empty when nothing is returned
     */
    record Delete(TableDefinition table, RowCondition condition, List<OutputColumn> returning)
            implements RemoteStatement {
        public Delete {
            returning = List.copyOf(returning);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.delete(this);
        }

        @Override
        public List<OutputColumn> outputs() {
            return returning;
        }
    }

    /**
     * {@code DELETE FROM t WHERE ctid = $1 RETURNING a}.
     *
     * @param returning empty when nothing is returned
     */
    record DeleteRow(TableDefinition table, List<OutputColumn> returning) implements RemoteStatement {
        public DeleteRow {
            returning = List.copyOf(returning);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deleteRow(this);
        }

        @Override
        public boolean takesParametersWhenRun() {
            return true;
        }

        @Override
        public List<OutputColumn> outputs() {
            return returning;
        }
    }

    record Deallocate(String name) implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deallocate(this);
        }
    }

    record DeallocateAll() implements RemoteStatement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deallocateAll(this);
        }
    }
}
