package org.cdfgateway.pgwire.scan;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import org.cdfgateway.pgwire.codec.MessageFraming;

/** The handlers of a connection of postgres_fdw, from the socket on. */
public final class ScanPipeline extends ChannelInitializer<Channel> {
    /** Start-up and password are all that is expected. */
    private static final int MAX_LOGIN_MESSAGE_BYTES = 10_000;

    private final ScanAccess access;
    private final ChannelGroup connections;

    public ScanPipeline(ScanAccess access, ChannelGroup connections) {
        this.access = access;
        this.connections = connections;
    }

    @Override
    protected void initChannel(Channel channel) {
        connections.add(channel);
        channel.pipeline().addLast(MessageFraming.ofServer(MAX_LOGIN_MESSAGE_BYTES), new ScanLogin(access));
    }
}
