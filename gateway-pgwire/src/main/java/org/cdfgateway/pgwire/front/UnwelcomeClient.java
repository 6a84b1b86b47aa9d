package org.cdfgateway.pgwire.front;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.admission.ClientAddress;
import org.cdfgateway.pgwire.error.Failures;
import org.cdfgateway.pgwire.error.Farewell;
import org.cdfgateway.pgwire.message.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a client away whose address is not allowed, before it has said anything. */
final class UnwelcomeClient extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(UnwelcomeClient.class);

    private final ClientAddress client;

    UnwelcomeClient(ClientAddress client) {
        this.client = client;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        LOG.debug("{} is not among the allowed addresses", client);
        Farewell.refuse(
                context.channel(),
                Failures.diagnose(
                        Severity.FATAL,
                        new GatewayException(
                                        ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION,
                                        "connections from host \"" + client + "\" are not allowed")
                                .withHint("Whoever runs the gateway decides which addresses are.")));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        context.close();
    }
}
