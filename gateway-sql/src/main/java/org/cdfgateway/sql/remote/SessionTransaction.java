package org.cdfgateway.sql.remote;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.RemoteSession.TransactionStatus;
import org.cdfgateway.sql.remote.change.RowAddresses;
import org.cdfgateway.sql.remote.change.RowsByKey;
import org.cdfgateway.sql.remote.cursor.OpenCursors;
import org.cdfgateway.sql.remote.cursor.SqlCursor;
import org.cdfgateway.sql.remote.write.TransactionWrites;
import org.cdfgateway.sql.remote.write.WriteMark;

/**
 * The transaction of a session: its status, savepoints, cursors and writes. A failure makes it FAILED; then only its end
 * or a return to a savepoint is possible. {@link #close()} may come from any thread, all else belongs to the session's.
 */
final class SessionTransaction {
    private final TransactionWrites writes;
    private final RowAddresses addresses;
    private final RowsByKey rows;
    private final OpenCursors cursors = new OpenCursors();
    private final List<Savepoint> savepoints = new ArrayList<>();
    private volatile TransactionStatus status = TransactionStatus.IDLE;

    private record Savepoint(String name, WriteMark mark) {}

    /**
     * @param addresses are cleared at the end of each transaction
     * @param rows so are these
     */
    SessionTransaction(TransactionWrites writes, RowAddresses addresses, RowsByKey rows) {
        this.writes = writes;
        this.addresses = addresses;
        this.rows = rows;
    }

    TransactionStatus status() {
        return status;
    }

    TransactionWrites writes() {
        return writes;
    }

    boolean isOpen() {
        return status == TransactionStatus.OPEN;
    }

    void start() {
        status = TransactionStatus.OPEN;
    }

    void fail() {
        if (status == TransactionStatus.OPEN) {
            status = TransactionStatus.FAILED;
        }
    }

    /** @throws GatewayException IN_FAILED_SQL_TRANSACTION */
    void refuseWhenFailed() {
        if (status == TransactionStatus.FAILED) {
            throw new GatewayException(
                    ErrorKind.IN_FAILED_SQL_TRANSACTION,
                    "current transaction is aborted, commands ignored until end of transaction block");
        }
    }

    /** Ends the transaction; the command tag tells how. */
    String commit() {
        if (status == TransactionStatus.FAILED) {
            return abort();
        }
        cursors.closeAll();
        writes.commit();
        end();
        return "COMMIT";
    }

    String abort() {
        cursors.closeAll();
        writes.abort();
        end();
        return "ROLLBACK";
    }

    private void end() {
        addresses.clear();
        rows.clear();
        savepoints.clear();
        status = TransactionStatus.IDLE;
    }

    void savepoint(String name) {
        requireOpen("SAVEPOINT");
        savepoints.add(new Savepoint(name, writes.mark()));
    }

    void releaseSavepoint(String name) {
        requireOpen("RELEASE SAVEPOINT");
        int position = position(name);
        writes.release(savepoints.get(position).mark());
        savepoints.subList(position, savepoints.size()).clear();
    }

    void rollbackToSavepoint(String name) {
        if (status == TransactionStatus.IDLE) {
            throw outside("ROLLBACK TO SAVEPOINT");
        }
        int position = position(name);
        savepoints.subList(position + 1, savepoints.size()).clear();
        cursors.closeFrom(position + 1);
        writes.rollbackTo(savepoints.get(position).mark());
        status = TransactionStatus.OPEN;
    }

    void declare(String name, SqlCursor cursor) {
        requireOpen("DECLARE CURSOR");
        cursors.declare(name, cursor, savepoints.size());
    }

    /** Keeps the cursor of a query outside of DECLARE. */
    void unnamed(SqlCursor cursor) {
        cursors.replaceUnnamed(cursor, savepoints.size());
    }

    SqlCursor cursor(String name) {
        return cursors.find(name);
    }

    void closeCursor(String name) {
        cursors.close(name);
    }

    /** Abandons reads and writes under way. Does not block. */
    void close() {
        cursors.closeAll();
        writes.interrupt();
    }

    /** The newest savepoint of that name. */
    private int position(String name) {
        for (int i = savepoints.size() - 1; i >= 0; i--) {
            if (savepoints.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new GatewayException(ErrorKind.UNDEFINED_OBJECT, "savepoint \"" + name + "\" does not exist");
    }

    private void requireOpen(String command) {
        if (status == TransactionStatus.IDLE) {
            throw outside(command);
        }
    }

    private static GatewayException outside(String command) {
        return new GatewayException(
                ErrorKind.NO_ACTIVE_SQL_TRANSACTION, command + " can only be used in transaction blocks");
    }
}
