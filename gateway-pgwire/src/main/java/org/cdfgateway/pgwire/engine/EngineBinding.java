package org.cdfgateway.pgwire.engine;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.Promise;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.codec.BackendDecoder;
import org.cdfgateway.pgwire.codec.BackendTag;
import org.cdfgateway.pgwire.codec.Frame;
import org.cdfgateway.pgwire.codec.FrontendEncoder;
import org.cdfgateway.pgwire.message.BackendMessage.ErrorResponse;
import org.cdfgateway.pgwire.message.FrontendMessage.Query;

/** Runs the binding statements and swallows their answers; stands behind the framing and leaves when they are done. */
final class EngineBinding extends SimpleChannelInboundHandler<Frame> {
    private final String token;
    private final Promise<Void> bound;

    EngineBinding(String token, Promise<Void> bound) {
        this.token = token;
        this.bound = bound;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        Query query = new Query(EngineStatements.bind(token));
        context.writeAndFlush(FrontendEncoder.write(query, context.alloc().buffer()));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Frame frame) {
        if (frame.tag() == BackendTag.ERROR_RESPONSE
                && BackendDecoder.read(frame).orElse(null) instanceof ErrorResponse error) {
            bound.tryFailure(new EngineRefusedException(error.diagnostic()));
        } else if (frame.tag() == BackendTag.READY_FOR_QUERY) {
            context.pipeline().remove(this);
            bound.trySuccess(null);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        bound.tryFailure(
                new GatewayException(ErrorKind.CANNOT_CONNECT_NOW, "the engine ended the session while it was opened"));
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        bound.tryFailure(failure);
        context.close();
    }
}
