package org.cdfgateway.pgwire.engine;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import org.cdfgateway.pgwire.codec.OpeningCodec;
import org.cdfgateway.pgwire.message.CancelKey;
import org.cdfgateway.pgwire.message.OpeningMessage.CancelRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one CancelRequest over a connection of its own, which the engine closes without an answer. */
final class EngineCancel extends ChannelInitializer<Channel> {
    private static final Logger LOG = LoggerFactory.getLogger(EngineCancel.class);

    private final CancelKey key;

    private EngineCancel(CancelKey key) {
        this.key = key;
    }

    static void send(EventLoop eventLoop, SocketAddress engine, CancelKey key) {
        new Bootstrap()
                .group(eventLoop)
                .channel(NioSocketChannel.class)
                .handler(new EngineCancel(key))
                .connect(engine)
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        LOG.warn(
                                "cannot cancel at the engine: {}",
                                String.valueOf(connected.cause().getMessage()));
                    }
                });
    }

    @Override
    protected void initChannel(Channel channel) {
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelActive(ChannelHandlerContext context) {
                ByteBuf out = context.alloc().buffer();
                OpeningCodec.write(new CancelRequest(key), out);
                context.writeAndFlush(out).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
                context.close();
            }
        });
    }
}
