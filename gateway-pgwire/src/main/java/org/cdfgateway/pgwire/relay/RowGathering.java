package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.pgwire.codec.FrontendTag;
import org.cdfgateway.pgwire.codec.LengthPrefix;
import org.cdfgateway.pgwire.relay.PreparedInserts.PreparedInsert;
import org.jspecify.annotations.Nullable;

/**
 * Makes one statement of rows that the client inserts one by one in a pipeline: each row by itself costs the engine several
 * round trips to the data side. Rows are held back until something else follows them, so a client that wants an answer,
 * and therefore sends Sync or Flush, never waits.
 *
 * <pre>
 *  Bind [Describe] Execute, Bind [Describe] Execute, ... ─▶ a {@link RowGroup}
 * </pre>
 *
 * <p>Belongs to one event loop.
 */
final class RowGathering {
    private static final int MAX_ROWS = 1_000;
    private static final int MAX_BYTES = 256 * 1024;
    /** Longer ones gain little. */
    private static final int MAX_MESSAGE_BYTES = 16 * 1024;

    private static final byte PORTAL_KIND = 'P';

    private final Channel engine;
    private final SentMessages sent;
    private final GatheredAnswers answers;
    private final List<HeldRow> rows = new ArrayList<>();
    /** The messages of a row whose Execute has not come yet. */
    private final List<ByteBuf> begun = new ArrayList<>();

    private @Nullable BoundRow bound;
    private @Nullable PreparedInsert insert;
    private int bytes;

    RowGathering(Channel engine, SentMessages sent, GatheredAnswers answers) {
        this.engine = engine;
        this.sent = sent;
        this.answers = answers;
    }

    /**
     * Whether a message is to be shown to {@link #take} as a whole.
     *
     * @param total its bytes, the header included
     */
    boolean wants(byte tag, int total) {
        if (total > MAX_MESSAGE_BYTES) {
            return false;
        }
        if (tag == FrontendTag.BIND) {
            return !sent.inserts().isEmpty() && (answers.isCounting() || !sent.isEngineBusy());
        }
        return bound != null && (tag == FrontendTag.DESCRIBE || tag == FrontendTag.EXECUTE);
    }

    /**
     * Takes a whole message, to be told to {@link SentMessages} afterwards.
     *
     * @param message stays as it is
     * @return whether it is held back; else it is to be sent now, and what was held back has been
     */
    boolean take(ByteBuf message) {
        byte tag = message.getByte(message.readerIndex());
        boolean held = switch (tag) {
            case FrontendTag.BIND -> bind(message);
            case FrontendTag.DESCRIBE -> describe(message);
            default -> execute(message);
        };
        if (!held) {
            passes(tag);
        }
        return held;
    }

    /** Another message is about to be sent, and to be told to {@link SentMessages}: what is held back goes first. */
    void passes(byte tag) {
        release();
        countFromIdle();
        answers.sent(tag);
    }

    /** Nothing more is sent. */
    void close() {
        rows.forEach(HeldRow::release);
        begun.forEach(ByteBuf::release);
        clear();
    }

    private boolean bind(ByteBuf message) {
        Optional<BoundRow> row = BoundRow.read(message);
        Optional<PreparedInsert> prepared = row.flatMap(values ->
                sent.inserts().find(values.statement()).filter(statement -> statement.parameters() == values.values()));
        if (prepared.isEmpty()) {
            return false;
        }
        if (bound != null || !prepared.get().equals(insert) || isFull(prepared.get(), message.readableBytes())) {
            release();
        }
        countFromIdle();
        insert = prepared.get();
        bound = row.get();
        hold(message);
        return true;
    }

    private boolean isFull(PreparedInsert statement, int more) {
        return rows.size() >= MAX_ROWS
                || bytes + more > MAX_BYTES
                || (rows.size() + 1) * statement.parameters() > RowGroup.MAX_PARAMETERS;
    }

    private boolean describe(ByteBuf message) {
        int body = message.readerIndex() + LengthPrefix.HEADER_BYTES;
        boolean isUnnamedPortal = message.readableBytes() == LengthPrefix.HEADER_BYTES + 2
                && message.getByte(body) == PORTAL_KIND
                && message.getByte(body + 1) == 0;
        if (bound == null || begun.size() > 1 || !isUnnamedPortal) {
            return false;
        }
        hold(message);
        return true;
    }

    /** The limit of rows is for rows that come back. */
    private boolean execute(ByteBuf message) {
        boolean isUnnamedPortal = message.readableBytes() == LengthPrefix.HEADER_BYTES + 1 + Integer.BYTES
                && message.getByte(message.readerIndex() + LengthPrefix.HEADER_BYTES) == 0;
        BoundRow values = bound;
        if (values == null || !isUnnamedPortal) {
            return false;
        }
        hold(message);
        rows.add(new HeldRow(values, begun));
        begun.clear();
        bound = null;
        return true;
    }

    private void hold(ByteBuf message) {
        begun.add(message.retain());
        bytes += message.readableBytes();
    }

    private void release() {
        PreparedInsert statement = insert;
        if (statement == null) {
            return;
        }
        if (rows.size() > 1) {
            answers.sentGroup(rows.stream().map(HeldRow::isDescribed).toList());
            engine.write(RowGroup.write(statement, rows, engine.alloc()), engine.voidPromise());
            rows.forEach(HeldRow::release);
        } else {
            rows.forEach(row -> row.messages().forEach(this::send));
        }
        begun.forEach(this::send);
        clear();
    }

    private void send(ByteBuf message) {
        answers.sent(message.getByte(message.readerIndex()));
        engine.write(message, engine.voidPromise());
    }

    private void clear() {
        rows.clear();
        begun.clear();
        bound = null;
        insert = null;
        bytes = 0;
    }

    private void countFromIdle() {
        if (!sent.isEngineBusy()) {
            answers.countFromHere();
        }
    }
}
