package org.cdfgateway.pgwire.scan;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.cdfgateway.domain.port.inbound.RemoteSession;
import org.cdfgateway.pgwire.codec.Frame;
import org.cdfgateway.pgwire.error.Failures;
import org.cdfgateway.pgwire.message.Severity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the messages of one connection to a worker, in order and one worker at a time; stops reading while too many
 * wait. Stands last in the pipeline.
 */
final class ScanConnection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ScanConnection.class);
    /** postgres_fdw sends up to four messages before it waits for answers. */
    private static final int MAX_WAITING = 16;

    private final Executor workers;
    private final PacedOutput output;
    private final ScanConversation conversation;
    private final Channel channel;
    private final Object lock = new Object();
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private boolean working;
    private boolean ended;

    ScanConnection(RemoteSession session, Executor workers, Channel channel) {
        this.workers = workers;
        this.channel = channel;
        this.output = new PacedOutput(channel);
        this.conversation = new ScanConversation(session, output);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Frame frame = (Frame) message;
        synchronized (lock) {
            if (ended) {
                frame.release();
                return;
            }
            waiting.add(frame);
            if (waiting.size() >= MAX_WAITING) {
                channel.config().setAutoRead(false);
            }
            if (working) {
                return;
            }
            working = true;
        }
        workers.execute(this::work);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        output.signal();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        boolean idle;
        synchronized (lock) {
            ended = true;
            idle = !working;
            waiting.forEach(ReferenceCountUtil::release);
            waiting.clear();
        }
        output.signal();
        if (idle) {
            output.release();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        LOG.warn("scan connection failed: {}", failure.toString());
        context.close();
    }

    private void work() {
        for (Frame frame = next(); frame != null; frame = next()) {
            ScanConversation.Next next;
            try {
                next = conversation.answer(frame);
            } catch (RuntimeException | Error broken) {
                LOG.warn(
                        "scan connection broken: {}",
                        Failures.diagnose(Severity.FATAL, broken).message());
                next = ScanConversation.Next.END;
            } finally {
                frame.release();
            }
            if (next == ScanConversation.Next.END) {
                channel.close();
            }
        }
    }

    /** The next message; null when there is none and the worker is to leave. */
    private @Nullable Frame next() {
        synchronized (lock) {
            Frame frame = waiting.poll();
            if (frame == null) {
                working = false;
                if (ended) {
                    output.release();
                } else {
                    channel.config().setAutoRead(true);
                }
            }
            return frame;
        }
    }
}
