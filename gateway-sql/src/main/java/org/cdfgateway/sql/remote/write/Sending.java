package org.cdfgateway.sql.remote.write;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.PartialWriteException;
import org.cdfgateway.domain.write.WriteOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way. Runs on a thread of its own and always ends in the queue of the finished; {@link #interrupt()} may
 * come from any thread. The outcome may be read by whoever took it from the queue.
 */
final class Sending implements Runnable {
    private final HeldBatch<?> batch;
    private final CdfAccess access;
    private final BlockingQueue<Sending> finished;
    private @Nullable Thread thread;
    private boolean interrupted;
    private WriteOutcome outcome = new WriteOutcome(List.of(), List.of());
    private long acceptedRows;
    private @Nullable GatewayException failure;

    Sending(HeldBatch<?> batch, CdfAccess access, BlockingQueue<Sending> finished) {
        this.batch = batch;
        this.access = access;
        this.finished = finished;
    }

    @Override
    public void run() {
        if (begin()) {
            try {
                outcome = batch.send(access);
                acceptedRows = (long) batch.size() - outcome.missing().size();
            } catch (PartialWriteException e) {
                acceptedRows = e.acceptedRows();
                failure = e.failure();
            } catch (GatewayException e) {
                failure = e;
            } catch (RuntimeException e) {
                failure = new GatewayException(ErrorKind.INTERNAL_ERROR, "writing to CDF failed unexpectedly")
                        .causedBy(e);
            }
        } else {
            failure = new GatewayException(ErrorKind.QUERY_CANCELED, "canceling statement due to user request");
        }
        end();
        finished.add(this);
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        return !interrupted;
    }

    private synchronized void end() {
        thread = null;
        if (interrupted) {
            // the interrupt was meant for this batch, not for the next task of the thread
            Thread.interrupted();
        }
    }

    synchronized void interrupt() {
        interrupted = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    HeldBatch<?> batch() {
        return batch;
    }

    /** What became of the rows; nothing after a failure. */
    WriteOutcome outcome() {
        return outcome;
    }

    long acceptedRows() {
        return acceptedRows;
    }

    /** Rows of which nobody knows whether CDF has stored them, because the answer was not waited for. */
    long doubtfulRows() {
        GatewayException cause = failure;
        return cause != null && cause.kind() == ErrorKind.QUERY_CANCELED ? batch.size() - acceptedRows : 0;
    }

    @Nullable
    GatewayException failure() {
        return failure;
    }
}
