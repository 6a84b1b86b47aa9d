package org.cdfgateway.pgwire.scan;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.codec.BackendEncoder;
import org.cdfgateway.pgwire.codec.Frame;
import org.cdfgateway.pgwire.codec.FrontendDecoder;
import org.cdfgateway.pgwire.codec.MessageFraming;
import org.cdfgateway.pgwire.error.Failures;
import org.cdfgateway.pgwire.error.Farewell;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationCleartextPassword;
import org.cdfgateway.pgwire.message.OpeningMessage;
import org.cdfgateway.pgwire.message.OpeningMessage.CancelRequest;
import org.cdfgateway.pgwire.message.OpeningMessage.StartupMessage;
import org.cdfgateway.pgwire.message.Severity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in who presents the endpoint's password and the token of a gateway session, within ten seconds. Stands
 * behind the framing and gives way to {@link ScanConnection}.
 */
final class ScanLogin extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ScanLogin.class);
    private static final long DEADLINE_SECONDS = 10;

    private final ScanAccess access;
    private String token = "";
    private @Nullable Future<?> deadline;
    private boolean passed;

    ScanLogin(ScanAccess access) {
        this.access = access;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        deadline = context.executor().schedule(() -> context.close(), DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancelDeadline();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof OpeningMessage opening) {
            opening(context, opening);
            return;
        }
        try {
            password(context, (Frame) message);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        Throwable cause =
                failure instanceof DecoderException && failure.getCause() != null ? failure.getCause() : failure;
        refuse(context, cause);
    }

    private void opening(ChannelHandlerContext context, OpeningMessage opening) {
        if (opening instanceof StartupMessage startup) {
            token = startup.parameters().getOrDefault("application_name", "");
            ByteBuf out = context.alloc().buffer();
            context.writeAndFlush(BackendEncoder.write(new AuthenticationCleartextPassword(), out));
        } else if (opening instanceof CancelRequest cancel) {
            access.cancels().cancel(cancel.key());
            context.close();
        } else {
            // Loopback only: neither TLS nor GSSAPI.
            context.writeAndFlush(context.alloc().buffer(1).writeByte('N'));
        }
    }

    private void password(ChannelHandlerContext context, Frame frame) {
        if (passed) {
            throw new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "statement before the end of the login");
        }
        if (!FrontendDecoder.readPassword(frame).password().equals(access.password())) {
            refuse(context, new GatewayException(ErrorKind.INVALID_PASSWORD, "password authentication failed"));
            return;
        }
        SessionBinding binding = access.tokens().find(token).orElse(null);
        if (binding == null) {
            refuse(
                    context,
                    new GatewayException(
                            ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION,
                            "this connection belongs to no gateway session"));
            return;
        }
        passed = true;
        open(context, binding);
    }

    /** Opening may block, so a worker does it; meanwhile nothing is read. */
    private void open(ChannelHandlerContext context, SessionBinding binding) {
        context.channel().config().setAutoRead(false);
        access.workers().execute(() -> {
            try {
                ScanSession session = ScanSession.open(binding, access, context.channel());
                context.executor().execute(() -> start(context, session));
            } catch (RuntimeException failure) {
                context.executor().execute(() -> refuse(context, failure));
            }
        });
    }

    private void start(ChannelHandlerContext context, ScanSession session) {
        cancelDeadline();
        Channel channel = context.channel();
        channel.pipeline().get(MessageFraming.class).limitMessages(access.maxMessageBytes());
        channel.writeAndFlush(session.greeting(channel.alloc().buffer()));
        channel.pipeline().replace(this, null, new ScanConnection(session.remote(), access.workers(), channel));
        channel.config().setAutoRead(true);
    }

    private static void refuse(ChannelHandlerContext context, Throwable failure) {
        LOG.warn("scan connection refused: {}", failure.getMessage());
        Farewell.say(context.channel(), Failures.diagnose(Severity.FATAL, failure));
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
