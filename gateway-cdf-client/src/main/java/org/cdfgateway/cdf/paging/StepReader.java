package org.cdfgateway.cdf.paging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.row.RowBatch;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of a read and hands out their rows.
 *
 * <p>Until the first rows have been handed out, steps run one at a time and only while the caller waits; after some of
 * them have brought nothing, several at a time. From the second {@link #next()} on they run ahead, depth first, within
 * the bounds of {@link ReadAhead}. No step waits for another one inside the executor, so any number of readers may share
 * it.
 */
public final class StepReader implements RowReader {
    private static final ReadAhead ONE_BY_ONE = new ReadAhead(1, 1);

    /** After so many steps without rows it is likely that many more bring nothing, and the caller waits for all of them. */
    private static final int PATIENCE = 3;

    private final ExecutorService executor;
    private final ReadAhead readAhead;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<ReadStep> waiting = new ArrayDeque<>();
    private final Set<Running> underWay = new HashSet<>();
    private final Deque<RowBatch> arrived = new ArrayDeque<>();
    private boolean handedOut;
    private int stepsWithoutRows;
    private @Nullable RuntimeException failure;
    private boolean closed;

    public StepReader(List<ReadStep> first, ReadAhead readAhead, ExecutorService executor) {
        this.waiting.addAll(first);
        this.readAhead = readAhead;
        this.executor = executor;
    }

    @Override
    public @Nullable RowBatch next() {
        lock.lock();
        try {
            while (true) {
                start();
                if (closed || executor.isShutdown()) {
                    throw canceled();
                }
                if (failure != null) {
                    throw failure;
                }
                RowBatch batch = arrived.poll();
                if (batch != null) {
                    startAgainAfter();
                    return batch;
                }
                if (underWay.isEmpty() && waiting.isEmpty()) {
                    return null;
                }
                // Not for ever, because an executor that is shut down drops steps without a word.
                boolean unused = changed.await(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw canceled().causedBy(e);
        } finally {
            lock.unlock();
        }
    }

    /** The place that the batch leaves is used at once, except after the first batch. */
    private void startAgainAfter() {
        if (handedOut) {
            start();
        }
        handedOut = true;
    }

    private void start() {
        ReadAhead bounds = handedOut || stepsWithoutRows >= PATIENCE ? readAhead : ONE_BY_ONE;
        while (!closed
                && !waiting.isEmpty()
                && failure == null
                && underWay.size() < bounds.parallelRequests()
                && underWay.size() + arrived.size() < bounds.bufferedPages()) {
            submit(waiting.removeFirst());
        }
    }

    private void submit(ReadStep step) {
        Running running = new Running(step);
        try {
            // The lock is held, so the step cannot report before it is known.
            running.future = executor.submit(running);
            underWay.add(running);
        } catch (RejectedExecutionException e) {
            failure = canceled().causedBy(e);
        }
    }

    private final class Running implements Runnable {
        private final ReadStep step;
        private @Nullable Future<?> future;

        Running(ReadStep step) {
            this.step = step;
        }

        @Override
        public void run() {
            ReadStep.Outcome outcome = ReadStep.Outcome.last(List.of());
            RuntimeException failed = null;
            try {
                outcome = step.run();
            } catch (RuntimeException e) {
                failed = e;
            } catch (Error e) {
                failed = new GatewayException(ErrorKind.INTERNAL_ERROR, "reading from CDF failed").causedBy(e);
            }
            finish(outcome, failed);
        }

        private void abort() {
            if (future != null) {
                future.cancel(true);
            }
        }

        private void finish(ReadStep.Outcome outcome, @Nullable RuntimeException failed) {
            lock.lock();
            try {
                underWay.remove(this);
                if (closed) {
                    return;
                }
                if (failed != null) {
                    failure = failure == null ? failed : failure;
                } else {
                    accept(outcome);
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void accept(ReadStep.Outcome outcome) {
        for (int i = outcome.following().size() - 1; i >= 0; i--) {
            waiting.addFirst(outcome.following().get(i));
        }
        if (outcome.rows().isEmpty()) {
            stepsWithoutRows++;
        } else {
            stepsWithoutRows = 0;
            arrived.add(new RowBatch(outcome.rows()));
        }
        if (handedOut) {
            start();
        }
    }

    private static GatewayException canceled() {
        return new GatewayException(ErrorKind.QUERY_CANCELED, "the read was canceled");
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            underWay.forEach(Running::abort);
            underWay.clear();
            waiting.clear();
            arrived.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
