package org.cdfgateway.pgwire.relay;

import org.cdfgateway.pgwire.codec.FrontendTag;

/**
 * Whether the engine has something to do. May say yes for too long, because messages that the engine skips after an
 * error are never answered, but never no too early. Belongs to one event loop.
 */
final class Outstanding {
    private int unanswered;
    private boolean tail;

    void sent(byte tag) {
        if (tag == FrontendTag.QUERY || tag == FrontendTag.SYNC || tag == FrontendTag.FUNCTION_CALL) {
            unanswered++;
            tail = false;
        } else if (!isCopy(tag)) {
            tail = true;
        }
    }

    /** Part of a statement that was sent before. */
    private static boolean isCopy(byte tag) {
        return tag == FrontendTag.COPY_DATA || tag == FrontendTag.COPY_DONE || tag == FrontendTag.COPY_FAIL;
    }

    /** A ReadyForQuery has come back. */
    void answered() {
        unanswered = Math.max(0, unanswered - 1);
    }

    boolean isBusy() {
        return unanswered > 0 || tail;
    }
}
