package org.cdfgateway.sql.remote.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.table.RowChange;
import org.cdfgateway.domain.table.TableName;
import org.cdfgateway.domain.write.WriteOutcome;

/**
 * Changes of one table that will be sent in one call. Belongs to the session's thread until it is sent.
 *
 * @param <T> what each row is changed by
 */
abstract sealed class HeldBatch<T> permits HeldInserts, HeldUpdates, HeldDeletes {
    private static final int FIRST_CAPACITY = 16;

    private final Operation operation;
    private final List<T> items = new ArrayList<>();
    private long[] positions = new long[FIRST_CAPACITY];
    private long bytes;

    HeldBatch(Operation operation) {
        this.operation = operation;
    }

    final Operation operation() {
        return operation;
    }

    final boolean isOf(TableName table) {
        return operation.table().equals(table);
    }

    final RowChange change() {
        return operation.change();
    }

    /** The rows, the oldest first. */
    final List<T> items() {
        return items;
    }

    final int size() {
        return items.size();
    }

    /** The memory that the rows take, roughly. */
    final long bytes() {
        return bytes;
    }

    /** @param position the row's number in the transaction, larger than those before */
    final void add(T item, long position) {
        if (items.size() == positions.length) {
            positions = Arrays.copyOf(positions, 2 * items.size());
        }
        positions[items.size()] = position;
        items.add(item);
        bytes += bytesOf(item);
        added(item);
    }

    /** The number of rows after the position. */
    final int sizeAfter(long position) {
        int found = Arrays.binarySearch(positions, 0, items.size(), position + 1);
        return items.size() - (found < 0 ? -found - 1 : found);
    }

    /** Drops the rows after the position. */
    final void dropAfter(long position) {
        while (!items.isEmpty() && positions[items.size() - 1] > position) {
            T dropped = items.remove(items.size() - 1);
            bytes -= bytesOf(dropped);
            removed(dropped);
        }
    }

    abstract long bytesOf(T item);

    /** Takes notice of a row that was added. */
    void added(T item) {}

    /** Takes notice of a row that was dropped. */
    void removed(T item) {}

    /** Batches of the table that may be under way at the same time. */
    abstract int parallelism();

    /** Whether an earlier batch that is under way must have ended before this one is sent. */
    abstract boolean mustFollow(HeldBatch<?> earlier);

    /** Sends all of it; see the ports. Blocks. */
    abstract WriteOutcome send(CdfAccess access);

    /** The batches that the API takes, in the order in which they are sent. May ask CDF. */
    List<? extends HeldBatch<?>> inParts(CdfAccess access) {
        return List.of(this);
    }
}
