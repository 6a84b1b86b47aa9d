package org.cdfgateway.pgwire.front;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A number of things that may be going on at the same time. Safe for use by several threads. */
public final class Permits {
    private final Semaphore free;

    public Permits(int number) {
        free = new Semaphore(number);
    }

    /** Empty when all are taken. Does not block. */
    Optional<Permit> acquire() {
        return free.tryAcquire() ? Optional.of(new Permit()) : Optional.empty();
    }

    /** To be given back once; more often does nothing. */
    final class Permit implements AutoCloseable {
        private final AtomicBoolean returned = new AtomicBoolean();

        private Permit() {}

        @Override
        public void close() {
            if (returned.compareAndSet(false, true)) {
                free.release();
            }
        }
    }
}
