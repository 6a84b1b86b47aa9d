package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.cdfgateway.domain.port.inbound.StrictKeys;
import org.cdfgateway.pgwire.codec.BackendTag;
import org.cdfgateway.pgwire.codec.FrontendEncoder;
import org.cdfgateway.pgwire.codec.LengthPrefix;
import org.cdfgateway.pgwire.message.FrontendMessage.Query;

/**
 * Asks the engine for the setting {@link StrictKeys}, between two statements of the client, and keeps the answer from the
 * client. The engine is asked, not followed: SET LOCAL, RESET, DISCARD, rollbacks and functions all change it. A session
 * that never names the setting is never asked. Belongs to one event loop.
 */
final class StrictKeysQuestion {
    /** SHOW takes no snapshot, so that SET TRANSACTION may still follow. */
    private static final Query QUESTION = new Query("SHOW " + StrictKeys.SETTING);

    private static final byte[] SEVERITY_ERROR = "SERROR\0".getBytes(StandardCharsets.US_ASCII);
    /** Bytes of a DataRow's body before its first value: the number of columns, the length. */
    private static final int VALUE_OFFSET = Short.BYTES + Integer.BYTES;

    private final Channel engine;
    private final SessionFacts facts;
    private boolean reachable;
    private boolean due;
    private boolean asking;
    private ByteBuf held = Unpooled.EMPTY_BUFFER;

    StrictKeysQuestion(Channel engine, SessionFacts facts) {
        this.engine = engine;
        this.facts = facts;
    }

    /** The client has sent something that may change the setting, now or whenever it runs again. */
    void reached() {
        reachable = true;
    }

    /**
     * The engine is at an end.
     *
     * @param answers whether it answers questions: not in a failed transaction, nor when it has something else to do
     */
    void ready(boolean answers) {
        due = reachable && answers;
    }

    boolean isAsking() {
        return asking;
    }

    /** To be called between two messages of the engine. */
    void askIfDue() {
        if (due) {
            due = false;
            asking = true;
            facts.askingForStrictKeys();
            engine.writeAndFlush(FrontendEncoder.write(QUESTION, engine.alloc().buffer()), engine.voidPromise());
        }
    }

    /**
     * Takes bytes of the engine while it is being asked, and hands on those that are not about the answer.
     *
     * @param chunk released here
     * @param others takes over what it is given: whole messages, or what follows the answer
     */
    void take(ByteBuf chunk, Consumer<ByteBuf> others) {
        held = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(engine.alloc(), held, chunk);
        while (asking && held.readableBytes() >= LengthPrefix.HEADER_BYTES) {
            int total = 1 + held.getInt(held.readerIndex() + 1);
            if (held.readableBytes() < total) {
                return;
            }
            ByteBuf message = held.readSlice(total);
            if (!isPartOfAnswer(message)) {
                others.accept(message.retain());
            }
        }
        if (!asking) {
            ByteBuf rest = held;
            held = Unpooled.EMPTY_BUFFER;
            if (rest.isReadable()) {
                others.accept(rest);
            } else {
                rest.release();
            }
        }
    }

    /** Nothing more comes from the engine. */
    void close() {
        asking = false;
        facts.askedForStrictKeys();
        held.release();
        held = Unpooled.EMPTY_BUFFER;
    }

    private boolean isPartOfAnswer(ByteBuf message) {
        byte tag = message.getByte(message.readerIndex());
        return switch (tag) {
            case BackendTag.NOTICE_RESPONSE, BackendTag.PARAMETER_STATUS, BackendTag.NOTIFICATION_RESPONSE -> false;
            // Canceled; anything worse ends the session, and the client must know
            case BackendTag.ERROR_RESPONSE -> startsWithError(message);
            case BackendTag.DATA_ROW -> {
                facts.strictKeysAre(StrictKeys.read(value(message)).orElse(false));
                yield true;
            }
            case BackendTag.READY_FOR_QUERY -> {
                asking = false;
                facts.askedForStrictKeys();
                yield true;
            }
            default -> true;
        };
    }

    private static String value(ByteBuf message) {
        int start = message.readerIndex() + LengthPrefix.HEADER_BYTES + VALUE_OFFSET;
        return message.toString(start, message.writerIndex() - start, StandardCharsets.US_ASCII);
    }

    private static boolean startsWithError(ByteBuf message) {
        int start = message.readerIndex() + LengthPrefix.HEADER_BYTES;
        return message.writerIndex() - start >= SEVERITY_ERROR.length
                && message.slice(start, SEVERITY_ERROR.length).equals(Unpooled.wrappedBuffer(SEVERITY_ERROR));
    }
}
