package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.pgwire.codec.FrontendTag;

/**
 * Recognises the UPDATE or DELETE that the engine runs by itself, from what the client sends while the engine is idle
 * outside of a transaction block. Anything that is not on this way is something else, up to the next idle moment:
 *
 * <pre>
 *  Query ───────────────────────────────────────────▶ RUNNING
 *  [Parse] ─▶ Bind ─▶ [Describe] ─▶ Execute ─▶ Sync ─▶ RUNNING
 * </pre>
 *
 * <p>Belongs to one event loop.
 */
final class LoneChangeWatch {
    /** Drivers keep some hundred; statements beyond are not recognised. */
    private static final int MAX_PREPARED = 10_000;

    private final SessionFacts facts;
    /** Names of prepared statements that are an UPDATE or DELETE; the empty name is the unnamed one. */
    private final Set<String> prepared = new HashSet<>();
    /** Those that the engine may still refuse to prepare. */
    private final Set<String> unconfirmed = new HashSet<>();

    private Step step = Step.IDLE;

    private enum Step {
        IDLE,
        PREPARED,
        BOUND,
        EXECUTED,
        RUNNING,
        ELSEWHERE
    }

    LoneChangeWatch(SessionFacts facts) {
        this.facts = facts;
    }

    /** A Query message goes to the engine. */
    void query(boolean isLoneChange) {
        move(step == Step.IDLE && isLoneChange ? Step.RUNNING : Step.ELSEWHERE);
    }

    /** A Parse message goes to the engine. */
    void parse(ByteBuf message, boolean isLoneChange) {
        String name = new MessageHead(message).name().orElse("");
        if (isLoneChange && prepared.size() < MAX_PREPARED) {
            prepared.add(name);
            unconfirmed.add(name);
        } else {
            prepared.remove(name);
        }
        move(step == Step.IDLE && isLoneChange ? Step.PREPARED : Step.ELSEWHERE);
    }

    /**
     * Any other message goes to the engine.
     *
     * @param message what has arrived of it, from its tag on
     */
    void other(ByteBuf message) {
        byte tag = message.getByte(message.readerIndex());
        if (tag == FrontendTag.BIND) {
            move((step == Step.IDLE || step == Step.PREPARED) && bindsChange(message) ? Step.BOUND : Step.ELSEWHERE);
        } else if (tag == FrontendTag.EXECUTE && step == Step.BOUND) {
            move(Step.EXECUTED);
        } else if (tag == FrontendTag.SYNC && step == Step.EXECUTED) {
            move(Step.RUNNING);
        } else if (tag != FrontendTag.DESCRIBE || (step != Step.PREPARED && step != Step.BOUND)) {
            move(Step.ELSEWHERE);
        }
    }

    /** The engine has refused something. */
    void failed() {
        prepared.removeAll(unconfirmed);
        unconfirmed.clear();
    }

    /**
     * The engine has come to an end.
     *
     * @param idle whether it has nothing more to do and no transaction block is open
     */
    void ready(boolean idle) {
        unconfirmed.clear();
        move(idle ? Step.IDLE : Step.ELSEWHERE);
    }

    private boolean bindsChange(ByteBuf message) {
        MessageHead head = new MessageHead(message);
        Optional<String> portal = head.name();
        return portal.isPresent() && head.name().filter(prepared::contains).isPresent();
    }

    private void move(Step next) {
        step = next;
        facts.loneChange(next == Step.RUNNING);
    }
}
