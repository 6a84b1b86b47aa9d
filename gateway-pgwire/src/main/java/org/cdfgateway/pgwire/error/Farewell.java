package org.cdfgateway.pgwire.error;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.pgwire.codec.BackendEncoder;
import org.cdfgateway.pgwire.message.BackendMessage.ErrorResponse;
import org.cdfgateway.pgwire.message.Diagnostic;

/**
 * The end of a connection. To be called between two messages, on the channel's event loop.
 *
 * <p>A socket that is closed with input unread is reset, and the peer may lose what was written last. Therefore first
 * only our direction is closed, and what still comes is thrown away until the peer closes or a second has passed.
 */
public final class Farewell {
    private static final long LINGER_MILLIS = 1_000;

    private Farewell() {}

    /** Tells why and closes. */
    public static void say(Channel channel, Diagnostic reason) {
        discardInput(channel);
        endAfter(channel, channel.writeAndFlush(message(channel, reason)));
    }

    /** Closes once everything written so far is sent. */
    public static void close(Channel channel) {
        discardInput(channel);
        endAfter(channel, channel.writeAndFlush(Unpooled.EMPTY_BUFFER));
    }

    /** Tells why and closes at once, for a peer that must cost nothing; it may miss the message. */
    public static void refuse(Channel channel, Diagnostic reason) {
        channel.writeAndFlush(message(channel, reason)).addListener(ChannelFutureListener.CLOSE);
    }

    private static ByteBuf message(Channel channel, Diagnostic reason) {
        return BackendEncoder.write(new ErrorResponse(reason), channel.alloc().buffer());
    }

    private static void discardInput(Channel channel) {
        if (!channel.isActive()) {
            return;
        }
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            channel.pipeline().addFirst(new Discard());
        } else {
            channel.pipeline().addAfter(channel.pipeline().context(tls).name(), null, new Discard());
        }
        channel.config().setAutoRead(true);
    }

    private static void endAfter(Channel channel, ChannelFuture lastWrite) {
        if (!(channel instanceof DuplexChannel duplex)) {
            lastWrite.addListener(ChannelFutureListener.CLOSE);
            return;
        }
        lastWrite.addListener(written -> endOutput(duplex));
        Future<?> end = channel.eventLoop().schedule(() -> channel.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> end.cancel(false));
    }

    private static void endOutput(DuplexChannel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            channel.shutdownOutput();
        } else {
            tls.closeOutbound().addListener(closed -> channel.shutdownOutput());
        }
    }

    private static final class Discard extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
        }
    }
}
