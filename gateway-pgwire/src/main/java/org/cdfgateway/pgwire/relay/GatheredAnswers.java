package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.function.Consumer;
import org.cdfgateway.pgwire.codec.BackendTag;
import org.cdfgateway.pgwire.codec.LengthPrefix;
import org.cdfgateway.pgwire.codec.MessageLimit;

/**
 * Cuts the engine's bytes into messages: counts them, and lets a {@link GroupExchange} take those that answer it. All others
 * stream through. Belongs to one event loop.
 */
final class GatheredAnswers {
    private final ByteBufAllocator allocator;
    private final AnswerCount count;
    private final GroupExchange exchange;
    private long streaming;
    private ByteBuf held = Unpooled.EMPTY_BUFFER;

    GatheredAnswers(ByteBufAllocator allocator, AnswerCount count, GroupExchange exchange) {
        this.allocator = allocator;
        this.count = count;
        this.exchange = exchange;
    }

    /**
     * Puts the answers to rows in the place of those to groups.
     *
     * @param chunk bytes of the engine, released here
     * @param out takes over what it is given
     */
    void take(ByteBuf chunk, Consumer<ByteBuf> out) {
        ByteBuf in = held.isReadable() ? ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(allocator, held, chunk) : chunk;
        held = Unpooled.EMPTY_BUFFER;
        int index = in.readerIndex();
        while (true) {
            int available = in.writerIndex() - index;
            if (streaming > 0) {
                int step = (int) Math.min(streaming, available);
                index += step;
                streaming -= step;
                if (streaming > 0) {
                    break;
                }
                continue;
            }
            if (available < LengthPrefix.HEADER_BYTES) {
                break;
            }
            byte tag = in.getByte(index);
            int length = in.getInt(index + 1);
            MessageLimit.check(length, Integer.MAX_VALUE);
            long total = 1L + length;
            boolean owned = exchange.owns(tag);
            if (!owned && !isLookedAt(tag)) {
                passes(tag);
                streaming = total;
                continue;
            }
            if (available < total) {
                break;
            }
            ByteBuf message = in.slice(index, (int) total);
            if (owned) {
                forward(in, index, out);
            }
            if (owned && exchange.take(message, out)) {
                in.skipBytes((int) total);
            } else {
                passes(tag);
                exchange.passes(message);
            }
            index += (int) total;
        }
        if (index == in.writerIndex()) {
            forwardAll(in, out);
        } else {
            forward(in, index, out);
            held = in;
        }
    }

    /** Nothing more comes from the engine. */
    void close() {
        held.release();
        held = Unpooled.EMPTY_BUFFER;
        exchange.close();
    }

    private static boolean isLookedAt(byte tag) {
        return tag == BackendTag.COMMAND_COMPLETE || tag == BackendTag.READY_FOR_QUERY;
    }

    private void passes(byte tag) {
        count.answered(tag);
        exchange.passed();
    }

    private static void forward(ByteBuf in, int to, Consumer<ByteBuf> out) {
        if (to > in.readerIndex()) {
            out.accept(in.readRetainedSlice(to - in.readerIndex()));
        }
    }

    private static void forwardAll(ByteBuf in, Consumer<ByteBuf> out) {
        if (in.isReadable()) {
            out.accept(in);
        } else {
            in.release();
        }
    }
}
