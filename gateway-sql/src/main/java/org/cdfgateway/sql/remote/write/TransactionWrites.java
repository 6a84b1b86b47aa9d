package org.cdfgateway.sql.remote.write;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.inbound.ClientContext;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;

/**
 * The inserts of a session's transaction. Rows are held back until {@link #commit()}, so that {@link #abort()} really
 * discards them; past the {@link WriteLimits} the oldest are sent early, and stay in CDF whatever happens.
 *
 * <pre>
 *   insert ──▶ WriteBuffer ──(beyond the limits, or COMMIT)──▶ BatchSender ──▶ RowInserter.insert, in parallel
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
    private final RowCounts counts = new RowCounts();
    private final WriteBuffer buffer = new WriteBuffer();
    private final BatchSender sender;
    private final Map<String, TableProgress> progress = new LinkedHashMap<>();

    public TransactionWrites(WriteLimits limits, ExecutorService threads, CdfAccess access, ClientContext client) {
        this.limits = limits;
        this.client = client;
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
        TableProgress table = progress(adapter);
        for (Row row : rows) {
            buffer.add(adapter, row);
            table.inserted++;
            while (buffer.exceeds(limits)) {
                sendFirst();
            }
        }
    }

    /** Sends rows at once, after those that they may refer to, and returns them as CDF has stored them. */
    public List<Row> insertReturning(TableAdapter adapter, List<Row> rows) {
        sender.failIfFailed();
        RowInserter writer = adapter.requireInserter();
        check(writer, rows);
        if (writer.dependsOnEarlier(rows)) {
            sendAll();
        }
        List<Row> stored = new ArrayList<>(rows.size());
        for (int from = 0; from < rows.size(); from += writer.maxBatchRows()) {
            HeldBatch batch = new HeldBatch(adapter);
            rows.subList(from, Math.min(rows.size(), from + writer.maxBatchRows()))
                    .forEach(batch::add);
            stored.addAll(sender.sendAndWait(batch));
            progress(adapter).direct += batch.size();
        }
        return stored;
    }

    /**
     * Sends what is held and waits for all of it.
     *
     * @throws GatewayException the first failure; its detail tells how many rows CDF keeps nevertheless
     */
    public void commit() {
        sendAll();
        forget();
    }

    /** Discards what was not sent, and warns of the rows that were. */
    public void abort() {
        buffer.clear();
        sender.reset(GRACE);
        counts.afterRollback().forEach(client::warn);
        forget();
    }

    /** Where the writing is now. */
    public WriteMark mark() {
        Map<String, TableProgress> copy = new LinkedHashMap<>();
        progress.forEach((table, current) -> copy.put(table, current.copy()));
        return new WriteMark(copy);
    }

    /** Discards what was inserted since the mark and not sent, and warns of the rows that were sent. */
    public void rollbackTo(WriteMark mark) {
        progress.forEach((table, current) -> {
            TableProgress marked = mark.progress(table);
            long kept = Math.max(marked.inserted, current.sent);
            buffer.dropLast(table, current.inserted - kept);
            current.inserted = kept;
            long staying = Math.max(0, current.sent - marked.inserted) + current.direct - marked.direct;
            if (staying > 0) {
                client.warn(RowCounts.stay(table, staying));
                counts.tell(table, staying);
            }
        });
    }

    /** Ends what is under way. Any thread; does not block. */
    public void interrupt() {
        sender.interrupt();
    }

    private void sendAll() {
        while (!buffer.isEmpty()) {
            sendFirst();
        }
        sender.waitForAll();
    }

    private void sendFirst() {
        HeldBatch batch = buffer.removeFirst();
        progress.computeIfAbsent(batch.table(), name -> new TableProgress()).sent += batch.size();
        sender.send(batch);
    }

    private TableProgress progress(TableAdapter adapter) {
        return progress.computeIfAbsent(adapter.table().name(), name -> new TableProgress());
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
        progress.clear();
    }
}
