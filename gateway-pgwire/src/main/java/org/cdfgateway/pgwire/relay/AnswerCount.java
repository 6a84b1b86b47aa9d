package org.cdfgateway.pgwire.relay;

import java.util.ArrayDeque;
import java.util.Deque;
import org.cdfgateway.pgwire.codec.BackendTag;
import org.cdfgateway.pgwire.codec.FrontendTag;

/**
 * Knows which of the client's messages the engine is answering: each message of the extended protocol has one answer, and
 * each Sync or Query ends with a ReadyForQuery. After an error the engine skips everything up to the next Sync, a Query
 * included (PostgreSQL manual, section 54.2.3).
 *
 * <pre>
 *  Parse Bind Execute Sync   Query           Bind Execute
 *  └─ 3 answers ──────────┘ └─ any number ┘ └─ 2 answers so far
 * </pre>
 *
 * <p>Belongs to one event loop.
 */
final class AnswerCount {
    private final Deque<Segment> segments = new ArrayDeque<>();
    private int answered;
    private boolean skipping;
    private boolean copying;
    private boolean lost;

    /** What is sent up to a ReadyForQuery. */
    private static final class Segment {
        int expected;
        End end = End.OPEN;
    }

    private enum End {
        OPEN,
        SYNC,
        QUERY
    }

    /**
     * A place between two messages of the client.
     *
     * @param answers those before it within its segment
     */
    record Mark(Segment segment, int answers) {}

    AnswerCount() {
        segments.add(new Segment());
    }

    /** Whether the count can no longer be trusted, up to the end of the session. */
    boolean isLost() {
        return lost;
    }

    /** A message has been sent to the engine. */
    void sent(byte tag) {
        switch (tag) {
            case FrontendTag.PARSE, FrontendTag.BIND, FrontendTag.DESCRIBE, FrontendTag.EXECUTE, FrontendTag.CLOSE ->
                segments.getLast().expected++;
            case FrontendTag.SYNC -> {
                // The engine ignores it while it waits for rows
                lost |= copying;
                end(End.SYNC);
            }
            case FrontendTag.QUERY, FrontendTag.FUNCTION_CALL -> end(End.QUERY);
            case FrontendTag.COPY_DONE, FrontendTag.COPY_FAIL -> copying = false;
            default -> {}
        }
    }

    /** Where the next message will be. */
    Mark mark() {
        return new Mark(segments.getLast(), segments.getLast().expected);
    }

    /** Whether everything before the mark has been answered. */
    boolean hasReached(Mark mark) {
        return !skipping && mark.segment() == segments.getFirst() && answered >= mark.answers();
    }

    /** Whether the engine skips what is at the mark. */
    boolean skips(Mark mark) {
        return skipping && mark.segment() == segments.getFirst();
    }

    /** The engine has refused something that is not counted here, and skips what follows. */
    void refused() {
        skipping = true;
    }

    /** A message of the engine. */
    void answered(byte tag) {
        if (isAnswer(tag)) {
            answered++;
        } else if (tag == BackendTag.ERROR_RESPONSE) {
            // What fails behind the last answer is a Query, or the commit that Sync makes
            skipping |= answered < segments.getFirst().expected;
        } else if (tag == BackendTag.READY_FOR_QUERY) {
            ready();
        } else if (tag == BackendTag.COPY_IN_RESPONSE) {
            copying = true;
            // Drivers may send a Sync behind an Execute that turns out to copy, and the engine ignores it
            lost |= segments.getFirst().end != End.QUERY || segments.size() > 2;
        }
    }

    static boolean isAnswer(byte tag) {
        return switch (tag) {
            case BackendTag.PARSE_COMPLETE,
                    BackendTag.BIND_COMPLETE,
                    BackendTag.CLOSE_COMPLETE,
                    BackendTag.ROW_DESCRIPTION,
                    BackendTag.NO_DATA,
                    BackendTag.COMMAND_COMPLETE,
                    BackendTag.EMPTY_QUERY_RESPONSE,
                    BackendTag.PORTAL_SUSPENDED -> true;
            default -> false;
        };
    }

    private void end(End how) {
        segments.getLast().end = how;
        segments.add(new Segment());
    }

    private void ready() {
        while (skipping && segments.size() > 1 && segments.getFirst().end == End.QUERY) {
            segments.removeFirst();
        }
        if (segments.size() > 1) {
            segments.removeFirst();
        } else {
            lost = true;
        }
        answered = 0;
        skipping = false;
        copying = false;
    }
}
