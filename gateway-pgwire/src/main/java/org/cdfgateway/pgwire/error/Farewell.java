package org.cdfgateway.pgwire.error;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import org.cdfgateway.pgwire.codec.BackendEncoder;
import org.cdfgateway.pgwire.message.BackendMessage.ErrorResponse;
import org.cdfgateway.pgwire.message.Diagnostic;

/** The last message of a connection. */
public final class Farewell {

    private Farewell() {}

    /** Tells why, and closes the channel once that is sent. To be called between two messages only. */
    public static void say(Channel channel, Diagnostic reason) {
        channel.config().setAutoRead(false);
        channel.writeAndFlush(BackendEncoder.write(
                        new ErrorResponse(reason), channel.alloc().buffer()))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
