package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.cdfgateway.pgwire.codec.BackendTag;
import org.cdfgateway.pgwire.codec.DiagnosticCodec;
import org.cdfgateway.pgwire.codec.FrontendTag;
import org.cdfgateway.pgwire.codec.LengthPrefix;
import org.cdfgateway.pgwire.error.SqlState;
import org.cdfgateway.pgwire.message.Diagnostic;
import org.cdfgateway.pgwire.message.TransactionStatus;
import org.cdfgateway.pgwire.relay.AnswerCount.Mark;
import org.cdfgateway.pgwire.relay.GroupStatements.GroupStatement;
import org.cdfgateway.pgwire.relay.GroupStatements.Preparation;
import org.cdfgateway.pgwire.relay.PreparedInserts.PreparedInsert;

/**
 * Sends a {@link RowGroup} and gives the client the answers that it expects to its rows. Nothing else is sent meanwhile.
 *
 * <p>When the group fails, all that its transaction has done is lost, whichever row is to blame. To tell the client the right
 * one, in the engine's own words, the rows are run one by one in a transaction that is rolled back:
 *
 * <pre>
 *  GROUP    group                                    → answers to each row; or ErrorResponse
 *  RESET    Sync                                     → ReadyForQuery, its transaction over or failed
 *  AGAIN    [ROLLBACK] BEGIN, rows one by one, Sync  → answers to each row up to an ErrorResponse
 *  CLEANUP  ROLLBACK or a failure, Sync              → ReadyForQuery, its transaction over or failed as before
 * </pre>
 *
 * <p>A failed transaction that has savepoints must stay as it is; its client gets the group's error in the place of its first
 * row. So it does when no row fails by itself. Belongs to one event loop.
 */
final class GroupExchange {
    private static final byte[] SAVEPOINT = "SAVEPOINT\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ROW_INSERTED = "INSERT 0 1\0".getBytes(StandardCharsets.US_ASCII);

    private final Channel engine;
    private final AnswerCount count;
    private final GroupStatements statements;
    private final Runnable over;
    private Step step = Step.NONE;
    private Ending ending = Ending.FLUSH;
    private Mark mark;
    private List<HeldRow> rows = List.of();
    private GroupStatement statement = new GroupStatement("", Preparation.ONCE);
    /** Answers that are still to come before those to rows, or the end of the group. */
    private int unseen;

    private ByteBuf error = Unpooled.EMPTY_BUFFER;
    private ByteBuf again = Unpooled.EMPTY_BUFFER;
    private boolean failedAgain;
    private boolean hasSavepoints;
    private boolean skipping;

    private enum Step {
        NONE,
        GROUP,
        RESET,
        AGAIN,
        CLEANUP
    }

    /** What follows the rows. */
    enum Ending {
        /** The client's Sync, which is sent with them. */
        SYNC,
        /** Something else, which waits. */
        FLUSH
    }

    /** @param over told when the client's messages can go on */
    GroupExchange(Channel engine, AnswerCount count, GroupStatements statements, Runnable over) {
        this.engine = engine;
        this.count = count;
        this.statements = statements;
        this.over = over;
        this.mark = count.mark();
    }

    /** @param taken released when they are not needed any more */
    void start(PreparedInsert insert, List<HeldRow> taken, Ending how) {
        step = Step.GROUP;
        ending = how;
        mark = count.mark();
        rows = taken;
        statement = statements.of(insert, taken.size());
        unseen = statement.preparation().messages();
        ByteBuf out = engine.alloc().buffer();
        RowGroup.write(statement, insert, taken, out);
        if (how == Ending.SYNC) {
            count.sent(FrontendTag.SYNC);
            RowGroup.sync(out);
        } else {
            RowGroup.flush(out);
        }
        engine.write(out, engine.voidPromise());
    }

    boolean isRunning() {
        return step != Step.NONE;
    }

    /** Whether the client's messages up to the next Sync must not be sent, because the engine would have skipped them. */
    boolean isSkipping() {
        return skipping;
    }

    void stopSkipping() {
        skipping = false;
    }

    /** Whether the engine's next message is to be shown to {@link #take} as a whole. */
    boolean owns(byte tag) {
        return step != Step.NONE
                && count.hasReached(mark)
                && tag != BackendTag.NOTICE_RESPONSE
                && tag != BackendTag.PARAMETER_STATUS
                && tag != BackendTag.NOTIFICATION_RESPONSE;
    }

    /**
     * Another whole message of the engine goes to the client. Has been counted.
     *
     * @param message a CommandComplete or ReadyForQuery
     */
    void passes(ByteBuf message) {
        int body = message.readerIndex() + LengthPrefix.HEADER_BYTES;
        if (message.getByte(message.readerIndex()) == BackendTag.READY_FOR_QUERY) {
            hasSavepoints &= message.getByte(body) != TransactionStatus.IDLE.code();
        } else {
            hasSavepoints |=
                    message.slice(body, message.writerIndex() - body).equals(Unpooled.wrappedBuffer(SAVEPOINT));
        }
    }

    /** A message of the engine goes to the client and has been counted. */
    void passed() {
        if (step != Step.NONE && count.skips(mark)) {
            statements.forget(statement.name());
            finish();
        }
    }

    /**
     * Takes a message that belongs to it.
     *
     * @param message stays as it is
     * @param out takes over what it is given for the client
     * @return whether that was all of it; otherwise the message is to be counted and to be passed on
     */
    boolean take(ByteBuf message, Consumer<ByteBuf> out) {
        byte tag = message.getByte(message.readerIndex());
        if (tag == BackendTag.ERROR_RESPONSE && endsSession(message)) {
            out.accept(message.retain());
            return true;
        }
        switch (step) {
            case GROUP -> group(tag, message, out);
            case RESET -> {
                if (tag == BackendTag.READY_FOR_QUERY) {
                    return reset(message.getByte(message.readerIndex() + LengthPrefix.HEADER_BYTES), out);
                }
            }
            case AGAIN -> again(tag, message);
            case CLEANUP -> {
                if (tag == BackendTag.READY_FOR_QUERY) {
                    return failed(failedAgain ? again : error, out);
                }
            }
            case NONE -> {}
        }
        return true;
    }

    /** Nothing more comes from the engine. */
    void close() {
        if (step != Step.NONE) {
            forget();
        }
    }

    private void group(byte tag, ByteBuf message, Consumer<ByteBuf> out) {
        if (tag == BackendTag.ERROR_RESPONSE) {
            groupFailed(message, out);
        } else if (AnswerCount.isAnswer(tag)) {
            unseen--;
            if (unseen == 0) {
                out.accept(answers());
                finish();
            }
        }
    }

    private void groupFailed(ByteBuf message, Consumer<ByteBuf> out) {
        statements.forget(statement.name());
        if (!SqlState.isAboutOneRow(diagnostic(message).sqlState())) {
            count.refused();
            out.accept(message.retain());
            finish();
            return;
        }
        error = message.copy();
        step = Step.RESET;
        if (ending == Ending.FLUSH) {
            ByteBuf sync = engine.alloc().buffer();
            RowGroup.sync(sync);
            engine.writeAndFlush(sync, engine.voidPromise());
        }
    }

    private boolean reset(byte status, Consumer<ByteBuf> out) {
        boolean isOver = status == TransactionStatus.IDLE.code();
        if (!isOver && (hasSavepoints || status != TransactionStatus.FAILED.code())) {
            return failed(error, out);
        }
        ByteBuf messages = engine.alloc().buffer();
        if (!isOver) {
            RowGroup.write("ROLLBACK", messages);
        }
        RowGroup.write("BEGIN", messages);
        rows.forEach(row -> row.writeTo(messages));
        RowGroup.sync(messages);
        if (isOver) {
            RowGroup.write("ROLLBACK", messages);
        } else {
            RowGroup.writeFailure(messages);
        }
        RowGroup.sync(messages);
        engine.writeAndFlush(messages, engine.voidPromise());
        unseen = isOver ? RowGroup.MESSAGES : 2 * RowGroup.MESSAGES;
        again = engine.alloc().buffer();
        failedAgain = false;
        step = Step.AGAIN;
        return true;
    }

    private void again(byte tag, ByteBuf message) {
        if (tag == BackendTag.READY_FOR_QUERY) {
            step = Step.CLEANUP;
        } else if (unseen == 0) {
            again.writeBytes(message.duplicate());
            failedAgain |= tag == BackendTag.ERROR_RESPONSE;
        } else if (AnswerCount.isAnswer(tag)) {
            unseen--;
        }
    }

    /** The engine is at a ReadyForQuery: the client's, if its Sync was sent. */
    private boolean failed(ByteBuf answers, Consumer<ByteBuf> out) {
        out.accept(answers.retain());
        skipping = ending == Ending.FLUSH;
        boolean isAll = skipping;
        finish();
        return isAll;
    }

    private void finish() {
        forget();
        over.run();
    }

    private void forget() {
        step = Step.NONE;
        rows.forEach(HeldRow::release);
        rows = List.of();
        error.release();
        error = Unpooled.EMPTY_BUFFER;
        again.release();
        again = Unpooled.EMPTY_BUFFER;
    }

    private ByteBuf answers() {
        ByteBuf out = engine.alloc().buffer();
        for (HeldRow row : rows) {
            out.writeByte(BackendTag.BIND_COMPLETE).writeInt(Integer.BYTES);
            if (row.isDescribed()) {
                out.writeByte(BackendTag.NO_DATA).writeInt(Integer.BYTES);
            }
            out.writeByte(BackendTag.COMMAND_COMPLETE)
                    .writeInt(Integer.BYTES + ROW_INSERTED.length)
                    .writeBytes(ROW_INSERTED);
        }
        return out;
    }

    private static boolean endsSession(ByteBuf message) {
        return diagnostic(message).severity().endsSession();
    }

    private static Diagnostic diagnostic(ByteBuf message) {
        int body = message.readerIndex() + LengthPrefix.HEADER_BYTES;
        return DiagnosticCodec.read(message.slice(body, message.writerIndex() - body));
    }
}
