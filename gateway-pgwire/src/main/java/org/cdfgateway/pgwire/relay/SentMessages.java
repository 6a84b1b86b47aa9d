package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import org.cdfgateway.pgwire.codec.FrontendTag;
import org.cdfgateway.pgwire.message.TransactionStatus;
import org.cdfgateway.pgwire.relay.AdmittedText.Verdict;

/** Tells everybody who follows the client's messages of the next one, and of its end. Belongs to one event loop. */
record SentMessages(
        Outstanding outstanding,
        LoneChangeWatch changes,
        StrictKeysQuestion strictKeys,
        PreparedInserts inserts,
        StatementGate gate) {

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
            inserts.parse(message, verdict.rowInsert());
        } else {
            changes.query(verdict.isLoneChange());
            inserts.query();
        }
        if (verdict.dropsPrepared()) {
            inserts.forgetAll();
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
        byte tag = message.getByte(message.readerIndex());
        outstanding.sent(tag);
        changes.other(message);
        if (tag == FrontendTag.CLOSE) {
            inserts.close(message);
        }
    }

    /** The engine has refused something. */
    void failed() {
        changes.failed();
        inserts.failed();
    }

    /**
     * A ReadyForQuery has come back.
     *
     * @param status of the transaction
     */
    void answered(byte status) {
        outstanding.answered();
        boolean free = !outstanding.isBusy();
        changes.ready(free && status == TransactionStatus.IDLE.code());
        strictKeys.ready(free && status != TransactionStatus.FAILED.code());
        if (free) {
            gate.engineIsFree();
            inserts.ready();
        }
    }

    boolean isEngineBusy() {
        return outstanding.isBusy();
    }
}
