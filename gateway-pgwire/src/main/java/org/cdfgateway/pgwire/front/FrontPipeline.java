package org.cdfgateway.pgwire.front;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import org.cdfgateway.pgwire.admission.ClientAddress;
import org.cdfgateway.pgwire.codec.MessageFraming;

/**
 * The handlers of a client's connection, from the socket on.
 *
 * <pre>
 *  UnwelcomeClient  alone, for an address that is not allowed
 *  DirectTls        leaves after the first byte; SslHandler takes its place, or comes first after an SSLRequest
 *  MessageFraming   until the relay starts
 *  OpeningPhase → AuthenticationPhase → SessionPhase → relay
 * </pre>
 */
public final class FrontPipeline extends ChannelInitializer<Channel> {
    /** SCRAM's messages are below 1 kB. */
    private static final int MAX_LOGIN_MESSAGE_BYTES = 64 * 1024;

    private final FrontAccess access;
    private final ChannelGroup connections;

    public FrontPipeline(FrontAccess access, ChannelGroup connections) {
        this.access = access;
        this.connections = connections;
    }

    @Override
    protected void initChannel(Channel channel) {
        ClientAddress client = ClientAddress.of(channel.remoteAddress());
        if (!access.allowed().contains(client.address())) {
            channel.pipeline().addLast(new UnwelcomeClient(client));
            return;
        }
        connections.add(channel);
        if (access.transport().offersTls()) {
            channel.pipeline().addLast(new DirectTls(access.transport()));
        }
        channel.pipeline().addLast(MessageFraming.ofServer(MAX_LOGIN_MESSAGE_BYTES), new OpeningPhase(access));
    }
}
