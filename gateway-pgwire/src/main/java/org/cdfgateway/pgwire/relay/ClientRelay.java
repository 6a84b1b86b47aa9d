package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.codec.FrontendEncoder;
import org.cdfgateway.pgwire.codec.FrontendTag;
import org.cdfgateway.pgwire.codec.LengthPrefix;
import org.cdfgateway.pgwire.codec.MessageLimit;
import org.cdfgateway.pgwire.engine.EngineSession;
import org.cdfgateway.pgwire.engine.EngineStatements;
import org.cdfgateway.pgwire.error.Failures;
import org.cdfgateway.pgwire.message.FrontendMessage.Query;
import org.cdfgateway.pgwire.message.Severity;
import org.cdfgateway.pgwire.relay.AdmittedText.Verdict;
import org.cdfgateway.pgwire.relay.RowGathering.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the client's bytes on to the engine. Only Query and Parse messages are collected, because the guard must see
 * their texts; all others stream through. Reads no further while the engine does not. Stands last in the client's
 * pipeline; both channels are on one event loop.
 */
final class ClientRelay extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ClientRelay.class);
    /** Longer statements are shown to the guard by a worker, so that the event loop serves others meanwhile. */
    private static final int LONG_STATEMENT_BYTES = 64 * 1024;
    /** No more is read while messages wait; reading goes on up to here, so that it is noticed when the client leaves. */
    private static final int MAX_WAITING_BYTES = 64 * 1024;

    private final Channel client;
    private final EngineSession session;
    private final Channel engine;
    private final EngineRelay back;
    private final SentMessages sent;
    private final RowGathering gathering;
    private final ClientEncoding encoding;
    private final AdmittedText admittedText;
    private final RelayLimits limits;
    private final Executor workers;
    private ByteBuf pending = Unpooled.EMPTY_BUFFER;
    private long streaming;
    /** Whether what streams is not sent. */
    private boolean dropping;

    private boolean admitting;
    private boolean waiting;
    private boolean over;

    ClientRelay(
            Channel client,
            EngineSession session,
            EngineRelay back,
            SentMessages sent,
            RowGathering gathering,
            ClientEncoding encoding,
            AdmittedText admittedText,
            RelayLimits limits,
            Executor workers) {
        this.client = client;
        this.session = session;
        this.engine = session.channel();
        this.back = back;
        this.sent = sent;
        this.gathering = gathering;
        this.encoding = encoding;
        this.admittedText = admittedText;
        this.limits = limits;
        this.workers = workers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf chunk = (ByteBuf) message;
        if (over) {
            chunk.release();
            return;
        }
        pending = pending.isReadable()
                ? ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context.alloc(), pending, chunk)
                : replacePending(chunk);
        if (admitting || waiting) {
            keepPace();
        } else {
            pass();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        engine.flush();
    }

    /** The client reads, or has stopped to. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        engine.config().setAutoRead(client.isWritable());
        limits.stalledReader().watch(client);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SessionEvent.Warning warning) {
            back.warn(warning.text());
        } else if (event instanceof SessionEvent.End end) {
            back.end(end.reason());
        } else if (event == EnginePace.CHANGED) {
            keepPace();
        } else if (event == EnginePace.GROUP_OVER) {
            waiting = false;
            goOn();
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    /** A busy engine does not notice that nobody listens any more, so it is told. */
    @Override
    public void channelInactive(ChannelHandlerContext context) {
        over = true;
        replacePending(Unpooled.EMPTY_BUFFER);
        gathering.close();
        back.clientIsGone();
        if (sent.isEngineBusy()) {
            session.cancel();
        }
        engine.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (failure instanceof IOException) {
            LOG.debug("client is gone: {}", failure.toString());
            context.close();
            return;
        }
        over = true;
        back.end(Failures.diagnose(Severity.FATAL, failure));
    }

    private void pass() {
        ByteBuf in = pending;
        int unsent = in.readerIndex();
        int index = unsent;
        while (true) {
            int available = in.writerIndex() - index;
            if (streaming > 0) {
                int step = (int) Math.min(streaming, available);
                index += step;
                streaming -= step;
                unsent = dropping ? index : unsent;
                if (streaming > 0) {
                    break;
                }
                dropping = false;
                continue;
            }
            if (available < LengthPrefix.HEADER_BYTES) {
                break;
            }
            byte tag = in.getByte(index);
            int total = 1 + checkedLength(tag, in.getInt(index + 1));
            if (gathering.skips(tag)) {
                forward(in, unsent, index);
                unsent = index;
                streaming = total;
                dropping = true;
                continue;
            }
            boolean gathers = gathering.wants(tag, total);
            if (available < total && (gathers || isCollected(tag))) {
                break;
            }
            ByteBuf message = in.slice(index, Math.min(total, available));
            Taken taken = gathers ? gathering.take(message) : gathering.passes(tag);
            if (taken == Taken.WAITING) {
                waiting = true;
                break;
            }
            if (taken != Taken.PASSED || gathers) {
                sent.passed(message);
                if (taken != Taken.PASSED) {
                    forward(in, unsent, index);
                    unsent = index + total;
                }
                index += total;
                waiting = taken == Taken.SENT;
                if (waiting) {
                    break;
                }
                continue;
            }
            if (!isCollected(tag)) {
                streaming = total;
                passed(tag, message);
                continue;
            }
            if (total > LONG_STATEMENT_BYTES) {
                forward(in, unsent, index);
                in.readerIndex(index + total);
                examineLater(message.retain());
                return;
            }
            Verdict verdict = examine(message, encoding.charset());
            sent.examined(tag);
            sent.admitted(message, verdict);
            if (verdict.replacement().isPresent()) {
                forward(in, unsent, index);
                engine.write(verdict.replacement().get(), engine.voidPromise());
                unsent = index + total;
            }
            index += total;
        }
        forward(in, unsent, index);
        in.readerIndex(index);
        if (!in.isReadable()) {
            replacePending(Unpooled.EMPTY_BUFFER);
        }
        keepPace();
    }

    private void keepPace() {
        boolean takesMore = !admitting && (!waiting || pending.readableBytes() < MAX_WAITING_BYTES);
        client.config().setAutoRead(takesMore && !over && engine.isWritable());
    }

    private void passed(byte tag, ByteBuf message) {
        if (tag == FrontendTag.TERMINATE) {
            over = true;
            back.clientLeaves();
        } else {
            sent.passed(message);
        }
    }

    private int checkedLength(byte tag, int length) {
        if (!FrontendTag.isKnown(tag)) {
            throw new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "invalid frontend message type " + tag);
        }
        MessageLimit.check(length, limits.maxMessageBytes());
        return length;
    }

    private static boolean isCollected(byte tag) {
        return tag == FrontendTag.QUERY || tag == FrontendTag.PARSE || tag == FrontendTag.FUNCTION_CALL;
    }

    private Verdict examine(ByteBuf message, Charset charset) {
        if (message.getByte(message.readerIndex()) == FrontendTag.FUNCTION_CALL) {
            Query refusal = new Query(EngineStatements.refuseFunctionCall());
            ByteBuf replacement = FrontendEncoder.write(refusal, client.alloc().buffer());
            return Verdict.plain(Optional.of(replacement));
        }
        return admittedText.examine(message, charset, client.alloc());
    }

    /** What arrives meanwhile waits in {@code pending}. */
    private void examineLater(ByteBuf message) {
        admitting = true;
        keepPace();
        Charset charset = encoding.charset();
        sent.examined(message.getByte(message.readerIndex()));
        workers.execute(() -> {
            try {
                Verdict verdict = examine(message, charset);
                client.eventLoop().execute(() -> admitted(message, verdict));
            } catch (RuntimeException failure) {
                message.release();
                client.pipeline().fireExceptionCaught(failure);
            }
        });
    }

    private void admitted(ByteBuf message, Verdict verdict) {
        sent.admitted(message, verdict);
        verdict.replacement().ifPresent(other -> message.release());
        engine.writeAndFlush(verdict.replacement().orElse(message), engine.voidPromise());
        admitting = false;
        goOn();
    }

    private void goOn() {
        if (!over) {
            pass();
            engine.flush();
            keepPace();
        }
    }

    private void forward(ByteBuf in, int from, int to) {
        if (to > from) {
            engine.write(in.retainedSlice(from, to - from), engine.voidPromise());
        }
    }

    private ByteBuf replacePending(ByteBuf other) {
        pending.release();
        pending = other;
        return other;
    }
}
