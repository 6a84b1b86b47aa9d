package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import org.cdfgateway.pgwire.codec.FrontendTag;
import org.cdfgateway.pgwire.relay.AdmittedText.Verdict;

/** Tells everybody who follows the client's messages of the next one. Belongs to one event loop. */
record SentMessages(Outstanding outstanding, LoneChangeWatch changes, StrictKeysQuestion strictKeys) {

    /** A message that the guard is about to look at: the engine will have something to do. */
    void examined(byte tag) {
        outstanding.sent(tag);
    }

    /**
     * A message that the guard has looked at goes to the engine.
     *
     * @param message the client's, whole
     */
    void admitted(ByteBuf message, Verdict verdict) {
        if (message.getByte(message.readerIndex()) == FrontendTag.PARSE) {
            changes.parse(message, verdict.isLoneChange());
        } else {
            changes.query(verdict.isLoneChange());
        }
        if (verdict.reachesStrictKeys()) {
            strictKeys.reached();
        }
    }

    /**
     * Any other message goes to the engine.
     *
     * @param message what has arrived of it, from its tag on
     */
    void passed(ByteBuf message) {
        outstanding.sent(message.getByte(message.readerIndex()));
        changes.other(message);
    }

    boolean isEngineBusy() {
        return outstanding.isBusy();
    }
}
