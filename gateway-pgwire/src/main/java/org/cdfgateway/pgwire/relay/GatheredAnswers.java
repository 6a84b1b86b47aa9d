package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.cdfgateway.pgwire.codec.BackendTag;
import org.cdfgateway.pgwire.codec.FrontendTag;
import org.cdfgateway.pgwire.codec.LengthPrefix;
import org.cdfgateway.pgwire.codec.MessageLimit;

/**
 * Gives the client the answers it expects to rows that were sent as a {@link RowGroup}. Where the answer to a group begins
 * is known by counting messages and their answers, from a moment on at which the engine was idle, up to the next Sync.
 * After an error the engine answers nothing more up to there. Belongs to one event loop.
 */
final class GatheredAnswers {
    private static final byte[] ROW_INSERTED = "INSERT 0 1\0".getBytes(StandardCharsets.US_ASCII);

    private final ByteBufAllocator allocator;
    private final Deque<Group> groups = new ArrayDeque<>();
    private boolean counting;
    private long expected;
    private long answered;
    private boolean failed;
    private long streaming;
    private ByteBuf held = Unpooled.EMPTY_BUFFER;

    /**
     * @param start answers that come before
     * @param described for each row whether its portal was described
     */
    private record Group(long start, List<Boolean> described) {}

    GatheredAnswers(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    /** Nothing sent so far is still to be answered. */
    void countFromHere() {
        counting = true;
        expected = 0;
        answered = 0;
        failed = false;
        groups.clear();
    }

    /** Whether groups can be sent. */
    boolean isCounting() {
        return counting;
    }

    /** A message of the client has been sent as it is. */
    void sent(byte tag) {
        switch (tag) {
            case FrontendTag.PARSE, FrontendTag.BIND, FrontendTag.DESCRIBE, FrontendTag.EXECUTE, FrontendTag.CLOSE ->
                expected++;
            case FrontendTag.FLUSH -> {}
            default -> counting = false;
        }
    }

    /** A group has been sent. */
    void sentGroup(List<Boolean> described) {
        groups.add(new Group(expected, List.copyOf(described)));
        expected += RowGroup.MESSAGES;
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
            if (!belongsToGroup(tag)) {
                count(tag);
                streaming = total;
                continue;
            }
            if (available < total) {
                break;
            }
            forward(in, index, out);
            in.skipBytes((int) total);
            index += (int) total;
            answer(tag, out);
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
    }

    private boolean belongsToGroup(byte tag) {
        Group next = groups.peek();
        return next != null && !failed && answered >= next.start() && isAnswer(tag);
    }

    private void answer(byte tag, Consumer<ByteBuf> out) {
        answered++;
        Group group = groups.element();
        if (tag == BackendTag.COMMAND_COMPLETE) {
            out.accept(answersOf(group));
        }
        if (answered == group.start() + RowGroup.MESSAGES) {
            groups.remove();
        }
    }

    private void count(byte tag) {
        if (isAnswer(tag)) {
            answered++;
        } else if (tag == BackendTag.ERROR_RESPONSE) {
            failed = true;
        } else if (tag == BackendTag.READY_FOR_QUERY) {
            failed = false;
            groups.clear();
        }
    }

    private static boolean isAnswer(byte tag) {
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

    private ByteBuf answersOf(Group group) {
        ByteBuf out = allocator.buffer();
        for (boolean described : group.described()) {
            out.writeByte(BackendTag.BIND_COMPLETE).writeInt(Integer.BYTES);
            if (described) {
                out.writeByte(BackendTag.NO_DATA).writeInt(Integer.BYTES);
            }
            out.writeByte(BackendTag.COMMAND_COMPLETE)
                    .writeInt(Integer.BYTES + ROW_INSERTED.length)
                    .writeBytes(ROW_INSERTED);
        }
        return out;
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
