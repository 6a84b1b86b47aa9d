package org.cdfgateway.sql.remote.change;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.sql.remote.statement.Assignment;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Delete;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Update;

/** Tells which changes need no read before them, as long as CDF may decide which rows exist. */
public final class KeyedChange {

    private KeyedChange() {}

    /** The keys of the rows to change; empty when rows have to be found first. */
    public static Optional<List<RowKey>> keys(Update statement, RowUpdater updater) {
        boolean isEnough =
                updater.needsOnlyTheKey() && statement.assignments().stream().allMatch(Assignment::isConstant);
        return isEnough ? PinnedKeys.of(statement.table(), statement.condition()) : Optional.empty();
    }

    /** The keys of the rows to delete; empty when rows have to be found first. */
    public static Optional<List<RowKey>> keys(Delete statement, RowDeleter deleter) {
        boolean isEnough = deleter.needsOnlyTheKey() && statement.returning().isEmpty();
        return isEnough ? PinnedKeys.of(statement.table(), statement.condition()) : Optional.empty();
    }
}
