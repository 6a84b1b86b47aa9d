package org.cdfgateway.sql.remote.write;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.inbound.ClientContext;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.domain.write.WriteOutcome;

/**
 * The changes of a session's transaction. They are held back until {@link #commit()}, so that {@link #abort()} really
 * discards them; past the {@link WriteLimits} the oldest are sent early, and stay in CDF whatever happens.
 *
 * <pre>
 *   insert, update, delete ──▶ WriteBuffer ──(beyond the limits, or COMMIT)──▶ BatchSender ──▶ the ports, in parallel
 * </pre>
 *
 * <p>All methods but {@link #interrupt()} belong to the session's thread and may block; waiting ends with QUERY_CANCELED
 * when that thread is interrupted.
 */
public final class TransactionWrites {
    /**
     * How long a rollback waits for answers, so that it can tell what stays. postgres_fdw waits 30 seconds for a rollback
     * (CONNECTION_CLEANUP_TIMEOUT in its connection.c) before it gives the connection up.
     */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final WriteLimits limits;
    private final ClientContext client;
    private final CdfAccess access;
    private final RowCounts counts = new RowCounts();
    private final WriteBuffer buffer = new WriteBuffer(StoredRows.UNSEEN);
    private final BatchSender sender;
    private final List<WriteMark> marks = new ArrayList<>();

    public TransactionWrites(WriteLimits limits, ExecutorService threads, CdfAccess access, ClientContext client) {
        this.limits = limits;
        this.client = client;
        this.access = access;
        this.sender = new BatchSender(threads, access, limits.maxHeldBytes(), counts);
    }

    /**
     * Takes rows over.
     *
     * @throws GatewayException a row is wrong, or rows that were sent before have failed
     */
    public void insert(TableAdapter adapter, List<Row> rows) {
        sender.failIfFailed();
        check(adapter.requireInserter(), rows);
        for (Row row : rows) {
            buffer.insert(adapter, row);
            keepWithinLimits();
        }
    }

    /** Sends rows at once, after those that they may refer to, and returns them as CDF has stored them. */
    public List<Row> insertReturning(TableAdapter adapter, List<Row> rows) {
        sender.failIfFailed();
        RowInserter writer = adapter.requireInserter();
        check(writer, rows);
        if (writer.dependsOnEarlier(rows) || buffer.changesRows()) {
            flush();
        }
        WriteBuffer single = new WriteBuffer(StoredRows.WANTED);
        rows.forEach(row -> single.insert(adapter, row));
        return sendNow(single).stored();
    }

    /**
     * Takes changes over, which have been checked.
     *
     * @throws GatewayException what was sent before has failed
     */
    public void update(TableAdapter adapter, List<RowUpdate> updates, MissingRows missing) {
        sender.failIfFailed();
        for (RowUpdate update : updates) {
            buffer.update(adapter, update, missing);
            keepWithinLimits();
        }
    }

    /** Sends changes at once, after all that is held, and tells what became of them. */
    public WriteOutcome updateNow(TableAdapter adapter, List<RowUpdate> updates, MissingRows missing) {
        flush();
        WriteBuffer single = new WriteBuffer(StoredRows.WANTED);
        updates.forEach(update -> single.update(adapter, update, missing));
        return sendNow(single);
    }

    /**
     * Takes deletions over.
     *
     * @throws GatewayException what was sent before has failed
     */
    public void delete(TableAdapter adapter, List<RowKey> keys, MissingRows missing) {
        sender.failIfFailed();
        for (RowKey key : keys) {
            buffer.delete(adapter, key, missing);
            keepWithinLimits();
        }
    }

    /** Deletes rows at once, after all that is held, and tells what became of them. */
    public WriteOutcome deleteNow(TableAdapter adapter, List<RowKey> keys, MissingRows missing) {
        flush();
        WriteBuffer single = new WriteBuffer(StoredRows.WANTED);
        keys.forEach(key -> single.delete(adapter, key, missing));
        return sendNow(single);
    }

    /**
     * Waits for what has been sent, so that a read sees it.
     *
     * @throws GatewayException some of it has failed
     */
    public void awaitSent() {
        sender.waitForAll();
    }

    /** What the changes that are held back make of rows. */
    public HeldRows held() {
        return new HeldRows(buffer);
    }

    /**
     * Sends what is held and waits for all of it.
     *
     * @throws GatewayException the first failure; its detail tells how many rows CDF keeps nevertheless
     */
    public void flush() {
        while (!buffer.isEmpty()) {
            sendFirst();
        }
        sender.waitForAll();
    }

    /** As {@link #flush()}, and the end of the transaction. */
    public void commit() {
        flush();
        forget();
    }

    /** Discards what was not sent, and warns of the rows that were. */
    public void abort() {
        buffer.clear();
        sender.reset(GRACE);
        counts.afterRollback().forEach(client::warn);
        forget();
    }

    /** Where the writing is now, until it is released or the transaction ends. */
    public WriteMark mark() {
        WriteMark mark = new WriteMark(buffer.position());
        marks.add(mark);
        return mark;
    }

    /** The writing will not go back to the mark nor to those made after it. */
    public void release(WriteMark mark) {
        int found = marks.indexOf(mark);
        if (found >= 0) {
            marks.subList(found, marks.size()).clear();
        }
    }

    /** Discards what was written since the mark and not sent, and warns of the rows that were sent. */
    public void rollbackTo(WriteMark mark) {
        buffer.dropAfter(mark.position());
        mark.sentSince().forEach((operation, rows) -> {
            client.warn(operation.stays() + rows);
            counts.tell(operation, rows);
        });
        mark.sentSince().clear();
        marks.subList(marks.indexOf(mark) + 1, marks.size()).clear();
    }

    /** Ends what is under way. Any thread; does not block. */
    public void interrupt() {
        sender.interrupt();
    }

    private void keepWithinLimits() {
        while (buffer.exceeds(limits)) {
            sendFirst();
        }
    }

    private void sendFirst() {
        // before it is taken out: asking CDF may fail
        List<? extends HeldBatch<?>> parts = buffer.first().inParts(access);
        markAsSent(buffer.removeFirst());
        parts.forEach(sender::send);
    }

    private WriteOutcome sendNow(WriteBuffer single) {
        List<HeldBatch<?>> batches = new ArrayList<>();
        while (!single.isEmpty()) {
            batches.addAll(single.removeFirst().inParts(access));
        }
        return sendNow(batches);
    }

    private WriteOutcome sendNow(List<HeldBatch<?>> batches) {
        List<Row> stored = new ArrayList<>();
        List<RowKey> missing = new ArrayList<>();
        List<WriteOutcome> outcomes = sender.sendAndWait(batches);
        for (int i = 0; i < outcomes.size(); i++) {
            WriteOutcome outcome = outcomes.get(i);
            stored.addAll(outcome.stored());
            missing.addAll(outcome.missing());
            HeldBatch<?> batch = batches.get(i);
            marks.forEach(mark -> mark.sent(
                    batch.operation(), (long) batch.size() - outcome.missing().size()));
        }
        return new WriteOutcome(stored, missing);
    }

    private void markAsSent(HeldBatch<?> batch) {
        marks.forEach(mark -> mark.sent(batch.operation(), batch.sizeAfter(mark.position())));
    }

    private static void check(RowInserter writer, List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            try {
                writer.check(rows.get(i));
            } catch (GatewayException e) {
                if (rows.size() == 1 || e.detail().isPresent()) {
                    throw e;
                }
                throw e.withDetail("Row " + (i + 1) + " of a batch of " + rows.size() + " rows.");
            }
        }
    }

    private void forget() {
        counts.clear();
        marks.clear();
    }
}
