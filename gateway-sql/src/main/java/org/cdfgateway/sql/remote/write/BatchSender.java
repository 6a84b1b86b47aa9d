package org.cdfgateway.sql.remote.write;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.write.WriteOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches in parallel, as many as their tables allow, and waits where that is full: this is the back-pressure on
 * the session. The first failure stops everything that follows. All methods but {@link #interrupt()} belong to the session's
 * thread; waiting ends with QUERY_CANCELED when that thread is interrupted.
 */
final class BatchSender {
    private final ExecutorService threads;
    private final CdfAccess access;
    private final long maxBytesUnderWay;
    private final RowCounts counts;
    private final Set<Sending> underWay = new HashSet<>();
    private final BlockingQueue<Sending> finished = new LinkedBlockingQueue<>();
    private long bytesUnderWay;
    private @Nullable GatewayException failure;

    BatchSender(ExecutorService threads, CdfAccess access, long maxBytesUnderWay, RowCounts counts) {
        this.threads = threads;
        this.access = access;
        this.maxBytesUnderWay = maxBytesUnderWay;
        this.counts = counts;
    }

    /** Starts sending the batch when there is room for it. */
    void send(HeldBatch<?> batch) {
        start(batch);
    }

    /** Sends the batches and waits for what became of the rows of each. */
    List<WriteOutcome> sendAndWait(List<HeldBatch<?>> batches) {
        List<Sending> sent = new ArrayList<>();
        try {
            batches.forEach(batch -> sent.add(start(batch)));
        } catch (GatewayException e) {
            if (sent.isEmpty()) {
                throw e;
            }
        }
        waitUntil(() -> sent.stream().noneMatch(underWay::contains));
        for (Sending sending : sent) {
            GatewayException own = sending.failure();
            if (own != null) {
                // whoever asked for the rows learns of it here and now, nobody else has to
                failure = failure == own ? null : failure;
                throw counts.explain(own);
            }
        }
        failIfFailed();
        return sent.stream().map(Sending::outcome).toList();
    }

    /** Waits until nothing is under way. */
    void waitForAll() {
        waitUntil(underWay::isEmpty);
        failIfFailed();
    }

    /** @throws GatewayException the first failure, if a batch has failed */
    void failIfFailed() {
        Sending done;
        while ((done = finished.poll()) != null) {
            settle(done);
        }
        GatewayException first = failure;
        if (first != null) {
            waitUntil(underWay::isEmpty);
            throw counts.explain(first);
        }
    }

    /** Interrupts what is under way. Does not block. */
    void interrupt() {
        List<Sending> interrupted;
        synchronized (underWay) {
            interrupted = List.copyOf(underWay);
        }
        interrupted.forEach(Sending::interrupt);
    }

    /**
     * Waits until nothing is under way, and forgets failures. What has not ended after the grace is interrupted, and then
     * counts as doubtful.
     */
    void reset(Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        try {
            while (!underWay.isEmpty()) {
                Sending done = finished.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (done == null) {
                    interrupt();
                    waitUntil(underWay::isEmpty);
                } else {
                    settle(done);
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        failure = null;
    }

    private Sending start(HeldBatch<?> batch) {
        failIfFailed();
        waitUntil(() -> underWay.stream().noneMatch(sending -> batch.mustFollow(sending.batch())));
        waitUntil(() -> hasRoomFor(batch));
        failIfFailed();
        Sending sending = new Sending(batch, access, finished);
        synchronized (underWay) {
            underWay.add(sending);
        }
        bytesUnderWay += batch.bytes();
        try {
            threads.execute(sending);
        } catch (RejectedExecutionException e) {
            forget(sending);
            throw lost(new GatewayException(ErrorKind.ADMIN_SHUTDOWN, "the gateway is stopping").causedBy(e));
        }
        return sending;
    }

    private boolean hasRoomFor(HeldBatch<?> batch) {
        if (underWay.isEmpty()) {
            return true;
        }
        long sameTable = underWay.stream()
                .filter(sending -> sending.batch().isOf(batch.operation().table()))
                .count();
        return sameTable < batch.parallelism() && bytesUnderWay + batch.bytes() <= maxBytesUnderWay;
    }

    private void waitUntil(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                settle(finished.take());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private GatewayException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        interrupt();
        return lost(new GatewayException(ErrorKind.QUERY_CANCELED, "canceling statement due to user request")
                .causedBy(cause));
    }

    /** Makes sure that a transaction whose rows were not all sent cannot be committed. */
    private GatewayException lost(GatewayException cause) {
        if (failure == null) {
            failure = cause;
        }
        return cause;
    }

    private void settle(Sending done) {
        forget(done);
        counts.settled(done.batch().operation(), done.acceptedRows(), done.doubtfulRows());
        if (failure == null) {
            failure = done.failure();
        }
    }

    private void forget(Sending sending) {
        synchronized (underWay) {
            underWay.remove(sending);
        }
        bytesUnderWay -= sending.batch().bytes();
    }
}
