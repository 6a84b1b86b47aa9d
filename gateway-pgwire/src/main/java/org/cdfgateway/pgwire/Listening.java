package org.cdfgateway.pgwire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetSocketAddress;

/** A bound server socket. */
record Listening(Channel channel) {

    /** @throws IllegalArgumentException when the address cannot be had; the bootstrap's event loops are then stopped */
    static Listening on(InetSocketAddress address, ServerBootstrap bootstrap) {
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            bootstrap.config().group().shutdownGracefully().awaitUninterruptibly();
            throw new IllegalArgumentException(
                    "cannot listen on " + address.getHostString() + ":" + address.getPort() + ": "
                            + bound.cause().getMessage(),
                    bound.cause());
        }
        return new Listening(bound.channel());
    }
}
