package org.cdfgateway.pgwire.relay;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What the relay knows of a session and the data side asks. Written by the event loop, read by any thread.
 *
 * <p>The engine runs statements in the order in which they were sent, so whoever asks while the engine is still being
 * asked about a setting gets the answer that holds for the statement that asks.
 */
public final class SessionFacts {
    /** The engine answers in a moment, so this ends only the wait for an engine in trouble. */
    private static final long ANSWER_SECONDS = 5;

    private volatile boolean loneChange;
    private volatile CompletableFuture<Boolean> strictKeys;
    private volatile boolean lastStrictKeys;

    /** @param strictKeys what the session starts with */
    public SessionFacts(boolean strictKeys) {
        this.strictKeys = CompletableFuture.completedFuture(strictKeys);
        this.lastStrictKeys = strictKeys;
    }

    /** Whether the engine runs one UPDATE or DELETE, outside of a transaction block and of a pipeline. */
    public boolean runsLoneChange() {
        return loneChange;
    }

    /** Whether keys that name no rows are errors. Waits for the engine's answer when it has just been asked, up to
     * some seconds: then the last known value counts. */
    public boolean strictKeys() {
        CompletableFuture<Boolean> current = strictKeys;
        return current.copy()
                .completeOnTimeout(lastStrictKeys, ANSWER_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    void loneChange(boolean runs) {
        loneChange = runs;
    }

    /** From now on, whoever wants to know waits. */
    void askingForStrictKeys() {
        strictKeys = new CompletableFuture<>();
    }

    /** The answer has begun to arrive. */
    void strictKeysAre(boolean strict) {
        lastStrictKeys = strict;
    }

    /** The answer is over, or will not come: what was known before holds on then. */
    void askedForStrictKeys() {
        strictKeys.complete(lastStrictKeys);
    }
}
