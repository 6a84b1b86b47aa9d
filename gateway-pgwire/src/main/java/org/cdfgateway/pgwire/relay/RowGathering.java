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
    private final AnswerCount count;
    private final GroupExchange exchange;
    private final List<HeldRow> rows = new ArrayList<>();
    /** The messages of a row whose Execute has not come yet. */
    private final List<ByteBuf> begun = new ArrayList<>();

    private @Nullable BoundRow bound;
    private @Nullable PreparedInsert insert;
    private int bytes;

    /** What became of a message. */
    enum Taken {
        /** It is held back. */
        HELD,
        /** It has been sent in another form. */
        SENT,
        /** It is to be sent now, and has been counted; what was held back has been sent before. */
        PASSED,
        /** It must wait until the exchange is over, and is to be shown again then. */
        WAITING
    }

    RowGathering(Channel engine, SentMessages sent, AnswerCount count, GroupExchange exchange) {
        this.engine = engine;
        this.sent = sent;
        this.count = count;
        this.exchange = exchange;
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
            return !sent.inserts().isEmpty() && !count.isLost();
        }
        return bound != null && (tag == FrontendTag.DESCRIBE || tag == FrontendTag.EXECUTE);
    }

    /**
     * Takes a whole message, to be told to {@link SentMessages} afterwards unless it waits.
     *
     * @param message stays as it is
     */
    Taken take(ByteBuf message) {
        byte tag = message.getByte(message.readerIndex());
        return switch (tag) {
            case FrontendTag.BIND -> bind(message);
            case FrontendTag.DESCRIBE -> describe(message);
            default -> execute(message);
        };
    }

    /** Whether a message must not be sent, because its transaction has failed, nor be told to {@link SentMessages}. */
    boolean skips(byte tag) {
        if (!exchange.isSkipping()) {
            return false;
        }
        close();
        if (tag == FrontendTag.SYNC || tag == FrontendTag.TERMINATE) {
            exchange.stopSkipping();
            return false;
        }
        return true;
    }

    /** Another message is to be sent and to be told to {@link SentMessages}, unless it waits: what is held back goes first. */
    Taken passes(byte tag) {
        GroupExchange.Ending ending =
                tag == FrontendTag.SYNC && begun.isEmpty() ? GroupExchange.Ending.SYNC : GroupExchange.Ending.FLUSH;
        if (release(ending)) {
            return ending == GroupExchange.Ending.SYNC ? Taken.SENT : Taken.WAITING;
        }
        count.sent(tag);
        return Taken.PASSED;
    }

    /** Nothing of what is held back is sent. */
    void close() {
        rows.forEach(HeldRow::release);
        begun.forEach(ByteBuf::release);
        rows.clear();
        clear();
    }

    private Taken bind(ByteBuf message) {
        Optional<BoundRow> row = BoundRow.read(message);
        Optional<PreparedInsert> prepared = row.flatMap(values ->
                sent.inserts().find(values.statement()).filter(statement -> statement.parameters() == values.values()));
        if (prepared.isEmpty()) {
            return passes(FrontendTag.BIND);
        }
        boolean isAnother =
                bound != null || !prepared.get().equals(insert) || isFull(prepared.get(), message.readableBytes());
        if (isAnother && release(GroupExchange.Ending.FLUSH)) {
            return Taken.WAITING;
        }
        insert = prepared.get();
        bound = row.get();
        return hold(message);
    }

    private boolean isFull(PreparedInsert statement, int more) {
        return rows.size() >= MAX_ROWS
                || bytes + more > MAX_BYTES
                || (rows.size() + 1) * statement.parameters() > RowGroup.MAX_PARAMETERS;
    }

    private Taken describe(ByteBuf message) {
        int body = message.readerIndex() + LengthPrefix.HEADER_BYTES;
        boolean isUnnamedPortal = message.readableBytes() == LengthPrefix.HEADER_BYTES + 2
                && message.getByte(body) == PORTAL_KIND
                && message.getByte(body + 1) == 0;
        if (bound == null || begun.size() > 1 || !isUnnamedPortal) {
            return passes(FrontendTag.DESCRIBE);
        }
        return hold(message);
    }

    /** The limit of rows is for rows that come back. */
    private Taken execute(ByteBuf message) {
        boolean isUnnamedPortal = message.readableBytes() == LengthPrefix.HEADER_BYTES + 1 + Integer.BYTES
                && message.getByte(message.readerIndex() + LengthPrefix.HEADER_BYTES) == 0;
        BoundRow values = bound;
        if (values == null || !isUnnamedPortal) {
            return passes(FrontendTag.EXECUTE);
        }
        hold(message);
        rows.add(new HeldRow(values, begun));
        begun.clear();
        bound = null;
        return Taken.HELD;
    }

    private Taken hold(ByteBuf message) {
        begun.add(message.retain());
        bytes += message.readableBytes();
        return Taken.HELD;
    }

    /** Sends what is held back, or the rows of it; then true, and the rest follows when their exchange is over. */
    private boolean release(GroupExchange.Ending ending) {
        PreparedInsert statement = insert;
        if (statement == null) {
            return false;
        }
        List<HeldRow> group = List.copyOf(rows);
        rows.clear();
        if (group.size() > 1) {
            exchange.start(statement, group, ending);
            bytes = begun.stream().mapToInt(ByteBuf::readableBytes).sum();
            insert = begun.isEmpty() ? null : statement;
            return true;
        }
        group.forEach(row -> row.messages().forEach(this::send));
        begun.forEach(this::send);
        clear();
        return false;
    }

    private void send(ByteBuf message) {
        count.sent(message.getByte(message.readerIndex()));
        engine.write(message, engine.voidPromise());
    }

    private void clear() {
        begun.clear();
        bound = null;
        insert = null;
        bytes = 0;
    }
}
