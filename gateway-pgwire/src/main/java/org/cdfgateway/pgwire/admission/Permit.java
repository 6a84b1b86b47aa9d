package org.cdfgateway.pgwire.admission;

import java.util.concurrent.atomic.AtomicBoolean;

/** Leave to do something; to be given back once, more often does nothing. Safe for use by several threads. */
public final class Permit implements AutoCloseable {
    private final AtomicBoolean returned = new AtomicBoolean();
    private final Runnable giveBack;

    Permit(Runnable giveBack) {
        this.giveBack = giveBack;
    }

    @Override
    public void close() {
        if (returned.compareAndSet(false, true)) {
            giveBack.run();
        }
    }
}
