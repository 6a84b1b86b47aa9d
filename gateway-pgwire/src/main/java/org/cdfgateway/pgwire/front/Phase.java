package org.cdfgateway.pgwire.front;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.cdfgateway.pgwire.error.Failures;
import org.cdfgateway.pgwire.error.Farewell;
import org.cdfgateway.pgwire.message.Severity;
import org.cdfgateway.pgwire.relay.SessionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of a connection's life before its messages are relayed: opening, authentication, session. Each stands last in
 * the pipeline and replaces itself with the next one. Any failure ends the connection with a FATAL error.
 */
abstract class Phase extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Phase.class);

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SessionEvent.End end) {
            Farewell.say(context.channel(), end.reason());
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        Throwable cause =
                failure instanceof DecoderException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof IOException || cause instanceof SSLException) {
            LOG.debug("connection {} failed: {}", context.channel().remoteAddress(), cause.toString());
            context.close();
        } else {
            fail(context.channel(), cause);
        }
    }

    static void fail(Channel channel, Throwable failure) {
        Farewell.say(channel, Failures.diagnose(Severity.FATAL, failure));
    }
}
