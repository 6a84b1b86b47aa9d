package org.cdfgateway.pgwire.plan;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.EventExecutor;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.cdfgateway.pgwire.codec.BackendTag;
import org.cdfgateway.pgwire.codec.LengthPrefix;
import org.cdfgateway.pgwire.codec.MessageTracker;

/**
 * Rewrites the plans among the engine's answers. Bytes go on as they are until the session sends an EXPLAIN; from then
 * on rows of one column are held, up to a bound, until the end of their result says whether they are a plan. Stands before
 * the relay in the engine's pipeline and belongs to its event loop.
 */
public final class PlanRelay extends ChannelInboundHandlerAdapter {
    /** Rows of a plan that are held at most, and the longest message that is looked at. */
    private static final int MAX_HELD_BYTES = 1024 * 1024;

    private static final byte[] PLAN_TAG = "EXPLAIN\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PLAN_COLUMN = "\0\1QUERY PLAN\0".getBytes(StandardCharsets.US_ASCII);

    private final PlanWatch watch;
    private final PlanText text;
    private final Supplier<Charset> charset;
    private final MessageTracker tracker = new MessageTracker((tag, body) -> {});
    private final List<ByteBuf> rows = new ArrayList<>();
    private ByteBuf held = Unpooled.EMPTY_BUFFER;
    private int rowBytes;
    private long streaming;
    private boolean framing;
    private boolean passing;

    /**
     * @param charset how the engine's texts are read at the moment
     * @param explanations of remote SQL, line by line
     */
    public PlanRelay(
            StatementGuard guard,
            EventExecutor loop,
            Supplier<Charset> charset,
            Function<String, List<String>> explanations) {
        this.watch = new PlanWatch(guard, loop);
        this.text = new PlanText(explanations);
        this.charset = charset;
    }

    /** The guard that the session's statements must be shown to. */
    public StatementGuard guard() {
        return watch;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf chunk = (ByteBuf) message;
        framing |= watch.isWatching() && tracker.isAtBoundary();
        if (!framing) {
            tracker.advance(chunk);
            context.fireChannelRead(chunk);
            return;
        }
        held = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context.alloc(), held, chunk);
        examine(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        forwardRows(context);
        if (held.isReadable()) {
            context.fireChannelRead(held);
        } else {
            held.release();
        }
        held = Unpooled.EMPTY_BUFFER;
        context.fireChannelInactive();
    }

    private void examine(ChannelHandlerContext context) {
        int unsent = held.readerIndex();
        int index = unsent;
        int end = held.writerIndex();
        while (index < end) {
            if (streaming > 0) {
                int step = (int) Math.min(streaming, end - index);
                streaming -= step;
                index += step;
                continue;
            }
            if (end - index < LengthPrefix.HEADER_BYTES) {
                break;
            }
            long total = 1L + held.getInt(index + 1);
            if (total > MAX_HELD_BYTES) {
                passing = true;
                unsent = forward(context, unsent, index);
                forwardRows(context);
                streaming = total;
                continue;
            }
            if (end - index < total) {
                break;
            }
            ByteBuf message = held.slice(index, (int) total);
            byte tag = message.getByte(message.readerIndex());
            boolean isHeld = tag == BackendTag.DATA_ROW && !passing && mayBeOfPlan(message);
            if (isHeld) {
                forward(context, unsent, index);
                hold(message);
                unsent = index + (int) total;
            } else if (!isBetweenRows(tag)) {
                if (!rows.isEmpty()) {
                    unsent = forward(context, unsent, index);
                    finish(context, message);
                }
                passing = tag == BackendTag.DATA_ROW || (tag == BackendTag.ROW_DESCRIPTION && !describesPlan(message));
            }
            if (tag == BackendTag.READY_FOR_QUERY) {
                watch.ready();
            }
            index += (int) total;
        }
        forward(context, unsent, index);
        keep(index);
    }

    private boolean mayBeOfPlan(ByteBuf row) {
        return rowBytes + row.readableBytes() <= MAX_HELD_BYTES
                && row.getShort(row.readerIndex() + LengthPrefix.HEADER_BYTES) == 1;
    }

    private void hold(ByteBuf row) {
        rows.add(row.retain());
        rowBytes += row.readableBytes();
    }

    /** Whether it has one column, of the name that plans have. */
    private static boolean describesPlan(ByteBuf description) {
        int body = description.readerIndex() + LengthPrefix.HEADER_BYTES;
        return description.writerIndex() - body >= PLAN_COLUMN.length
                && description.slice(body, PLAN_COLUMN.length).equals(Unpooled.wrappedBuffer(PLAN_COLUMN));
    }

    /** Notices and settings may come between the rows of a result. */
    private static boolean isBetweenRows(byte tag) {
        return tag == BackendTag.NOTICE_RESPONSE || tag == BackendTag.PARAMETER_STATUS;
    }

    private int forward(ChannelHandlerContext context, int from, int to) {
        if (to > from) {
            context.fireChannelRead(held.retainedSlice(from, to - from));
        }
        return to;
    }

    private void keep(int from) {
        held.readerIndex(from);
        if (!held.isReadable()) {
            held.release();
            held = Unpooled.EMPTY_BUFFER;
        }
    }

    /** @param next the message that follows the rows */
    private void finish(ChannelHandlerContext context, ByteBuf next) {
        if (!isEndOfPlan(next)) {
            forwardRows(context);
            return;
        }
        List<ByteBuf> plan = List.copyOf(rows);
        rows.clear();
        rowBytes = 0;
        Charset encoding = charset.get();
        List<String> printed =
                plan.stream().map(row -> PlanRow.read(row, encoding)).toList();
        plan.forEach(ByteBuf::release);
        ByteBuf out = context.alloc().buffer();
        text.shown(printed, watch.detail()).forEach(line -> PlanRow.write(line, encoding, out));
        context.fireChannelRead(out);
    }

    private static boolean isEndOfPlan(ByteBuf message) {
        int body = message.readerIndex() + LengthPrefix.HEADER_BYTES;
        return message.getByte(message.readerIndex()) == BackendTag.COMMAND_COMPLETE
                && message.slice(body, message.writerIndex() - body).equals(Unpooled.wrappedBuffer(PLAN_TAG));
    }

    private void forwardRows(ChannelHandlerContext context) {
        rows.forEach(context::fireChannelRead);
        rows.clear();
        rowBytes = 0;
    }
}
