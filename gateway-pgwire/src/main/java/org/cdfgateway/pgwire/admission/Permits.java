package org.cdfgateway.pgwire.admission;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/** A number of things that may be going on at the same time. Safe for use by several threads. */
public final class Permits {
    private final Semaphore free;

    public Permits(int number) {
        free = new Semaphore(number);
    }

    /** Empty when all are taken. Does not block. */
    public Optional<Permit> acquire() {
        return free.tryAcquire() ? Optional.of(new Permit(free::release)) : Optional.empty();
    }
}
