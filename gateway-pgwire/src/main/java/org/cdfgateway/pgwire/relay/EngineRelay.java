package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.codec.BackendEncoder;
import org.cdfgateway.pgwire.codec.BackendTag;
import org.cdfgateway.pgwire.codec.MessageTracker;
import org.cdfgateway.pgwire.error.Failures;
import org.cdfgateway.pgwire.error.Farewell;
import org.cdfgateway.pgwire.message.BackendMessage.NoticeResponse;
import org.cdfgateway.pgwire.message.Diagnostic;
import org.cdfgateway.pgwire.message.Severity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the engine's bytes on to the client as they are, and puts messages of the gateway's own between them. Reads no
 * further while the client does not read. The only handler of the engine's channel; both channels are on one event loop.
 */
final class EngineRelay extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(EngineRelay.class);
    /** More than these in one statement would help nobody, and memory is bounded. */
    private static final int MAX_PENDING_NOTICES = 32;

    private static final byte[] FATAL = "SFATAL\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PANIC = "SPANIC\0".getBytes(StandardCharsets.US_ASCII);

    private final Channel engine;
    private final Channel client;
    private final SentMessages sent;
    private final ClientEncoding encoding;
    private final GatheredAnswers gathered;
    private final StrictKeysQuestion strictKeys;
    private final MessageTracker tracker = new MessageTracker(this::observe);
    private final Deque<String> notices = new ArrayDeque<>();
    private @Nullable Diagnostic farewell;
    private boolean engineSaidFarewell;
    private boolean clientLeaves;
    private boolean over;

    EngineRelay(Channel engine, Channel client, SentMessages sent, ClientEncoding encoding, GatheredAnswers gathered) {
        this.engine = engine;
        this.client = client;
        this.sent = sent;
        this.encoding = encoding;
        this.gathered = gathered;
        this.strictKeys = sent.strictKeys();
    }

    /** Shows the user a text as soon as a message ends. */
    void warn(String text) {
        if (notices.size() < MAX_PENDING_NOTICES) {
            notices.add(text);
        }
        interject();
        client.flush();
    }

    /** Says why and closes the client's channel as soon as a message ends. */
    void end(Diagnostic reason) {
        if (clientLeaves) {
            return;
        }
        farewell = reason;
        interject();
    }

    /** The client has said goodbye: it gets what the engine still answers, but no farewell. */
    void clientLeaves() {
        clientLeaves = true;
    }

    /** The client is gone. */
    void clientIsGone() {
        over = true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf chunk = (ByteBuf) message;
        if (over) {
            chunk.release();
            return;
        }
        if (strictKeys.isAsking()) {
            strictKeys.take(chunk, this::answer);
        } else {
            answer(chunk);
        }
        if (tracker.isAtBoundary()) {
            strictKeys.askIfDue();
        }
        if (!client.isWritable()) {
            engine.config().setAutoRead(false);
        }
    }

    private void answer(ByteBuf chunk) {
        gathered.take(chunk, this::pass);
    }

    private void pass(ByteBuf chunk) {
        if (over) {
            chunk.release();
            return;
        }
        int boundary = tracker.advance(chunk);
        if (boundary < 0 || !hasInterjections()) {
            client.write(chunk, client.voidPromise());
        } else {
            interjectAt(boundary, chunk);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        client.flush();
    }

    /** The engine takes more, or no more, of what the client sends. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        client.pipeline().fireUserEventTriggered(EnginePace.CHANGED);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        strictKeys.close();
        gathered.close();
        if (over || clientLeaves || engineSaidFarewell || !tracker.isAtBoundary()) {
            Farewell.close(client);
            return;
        }
        end(Failures.diagnose(
                Severity.FATAL,
                new GatewayException(
                                ErrorKind.ADMIN_SHUTDOWN, "terminating connection because the engine session ended")
                        .withHint("Reconnect: the engine is restarted within moments.")));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        LOG.warn("engine session failed: {}", failure.toString());
        context.close();
    }

    private void interjectAt(int boundary, ByteBuf chunk) {
        client.write(chunk.readRetainedSlice(boundary - chunk.readerIndex()), client.voidPromise());
        writeInterjections();
        if (chunk.isReadable() && !over) {
            client.write(chunk, client.voidPromise());
        } else {
            chunk.release();
        }
    }

    private void interject() {
        if (tracker.isAtBoundary()) {
            writeInterjections();
        }
    }

    private boolean hasInterjections() {
        return !notices.isEmpty() || farewell != null;
    }

    private void writeInterjections() {
        if (over) {
            return;
        }
        for (String text = notices.poll(); text != null; text = notices.poll()) {
            NoticeResponse notice = new NoticeResponse(Failures.warning(text));
            client.write(BackendEncoder.write(notice, client.alloc().buffer()), client.voidPromise());
        }
        if (farewell != null) {
            over = true;
            Farewell.say(client, farewell);
        }
    }

    private void observe(byte tag, ByteBuf bodyStart) {
        if (tag == BackendTag.READY_FOR_QUERY) {
            sent.answered(bodyStart.getByte(bodyStart.readerIndex()));
        } else if (tag == BackendTag.ERROR_RESPONSE) {
            sent.failed();
            engineSaidFarewell |= startsWith(bodyStart, FATAL) || startsWith(bodyStart, PANIC);
        } else {
            encoding.report(bodyStart);
        }
    }

    private static boolean startsWith(ByteBuf body, byte[] prefix) {
        return body.readableBytes() >= prefix.length
                && body.slice(body.readerIndex(), prefix.length).equals(Unpooled.wrappedBuffer(prefix));
    }
}
