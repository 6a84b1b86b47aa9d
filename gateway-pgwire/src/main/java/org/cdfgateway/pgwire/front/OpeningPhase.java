package org.cdfgateway.pgwire.front;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.admission.ClientAddress;
import org.cdfgateway.pgwire.admission.Permit;
import org.cdfgateway.pgwire.codec.BackendEncoder;
import org.cdfgateway.pgwire.codec.MessageFraming;
import org.cdfgateway.pgwire.error.Failures;
import org.cdfgateway.pgwire.error.Farewell;
import org.cdfgateway.pgwire.message.BackendMessage.NegotiateProtocolVersion;
import org.cdfgateway.pgwire.message.OpeningMessage;
import org.cdfgateway.pgwire.message.OpeningMessage.CancelRequest;
import org.cdfgateway.pgwire.message.OpeningMessage.GssEncRequest;
import org.cdfgateway.pgwire.message.OpeningMessage.SslRequest;
import org.cdfgateway.pgwire.message.OpeningMessage.StartupMessage;
import org.cdfgateway.pgwire.message.ProtocolVersion;
import org.cdfgateway.pgwire.message.Severity;

/**
 * Before the start-up message. Limits come first: number of connections, time, and (in the framing) size.
 *
 * <pre>
 *  [GSSENCRequest → N]  [SSLRequest → S, TLS | N]  StartupMessage → [NegotiateProtocolVersion], authentication
 *                                                | CancelRequest  → close
 * </pre>
 */
final class OpeningPhase extends Phase {
    private static final ProtocolVersion NEWEST = ProtocolVersion.V3_2;

    private final FrontAccess access;
    private boolean askedForTls;
    private boolean askedForGss;

    OpeningPhase(FrontAccess access) {
        this.access = access;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Optional<Permit> permit =
                access.opening().acquire(ClientAddress.of(context.channel().remoteAddress()));
        if (permit.isEmpty()) {
            Farewell.refuse(
                    context.channel(),
                    Failures.diagnose(Severity.FATAL, tooMany("too many connections are logging in")));
            return;
        }
        Future<?> deadline = context.executor()
                .schedule(() -> context.channel().close(), access.loginTimeout().toMillis(), TimeUnit.MILLISECONDS);
        StartupLimits limits = new StartupLimits(permit.get(), deadline);
        context.channel().attr(StartupLimits.KEY).set(limits);
        context.channel().closeFuture().addListener(closed -> limits.lift());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof OpeningMessage opening)) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (opening instanceof SslRequest) {
            askedForTls = first(askedForTls || Transport.isEncrypted(context.channel()), "SSLRequest");
            answerSslRequest(context);
        } else if (opening instanceof GssEncRequest) {
            askedForGss = first(askedForGss, "GSSENCRequest");
            answer(context, 'N');
        } else if (opening instanceof CancelRequest cancel) {
            access.cancels().cancel(cancel.key());
            context.close();
        } else if (opening instanceof StartupMessage startup) {
            start(context, startup);
        }
    }

    private static boolean first(boolean asked, String request) {
        if (asked) {
            throw new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "unexpected " + request);
        }
        return true;
    }

    private void answerSslRequest(ChannelHandlerContext context) {
        if (!access.transport().offersTls()) {
            answer(context, 'N');
            return;
        }
        // Else what someone put in front of the handshake would count as encrypted (CVE-2021-23214).
        if (context.pipeline().get(MessageFraming.class).hasBuffered()) {
            throw new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "received unencrypted data after SSL request")
                    .withDetail("This could be either a client-software bug or evidence of an attempted"
                            + " man-in-the-middle attack.");
        }
        answer(context, 'S');
        context.pipeline().addFirst(access.transport().newTlsHandler(context.channel()));
    }

    private static void answer(ChannelHandlerContext context, char answer) {
        context.writeAndFlush(context.alloc().buffer(1).writeByte(answer));
    }

    private void start(ChannelHandlerContext context, StartupMessage startup) {
        checkVersion(startup.version());
        if (access.closing().get()) {
            throw new GatewayException(ErrorKind.CANNOT_CONNECT_NOW, "the gateway is shutting down");
        }
        Channel channel = context.channel();
        StartupRequest request = StartupRequest.of(startup);
        access.transport().check(channel, request);
        access.failedLogins().check(request.user(), ClientAddress.of(channel.remoteAddress()));
        if (startup.version().compareTo(NEWEST) > 0 || !request.unknownOptions().isEmpty()) {
            NegotiateProtocolVersion answer =
                    new NegotiateProtocolVersion(older(startup.version()), request.unknownOptions());
            channel.write(BackendEncoder.write(answer, channel.alloc().buffer()));
        }
        context.pipeline().replace(this, null, new AuthenticationPhase(access, request));
    }

    private static void checkVersion(ProtocolVersion version) {
        if (version.major() != NEWEST.major()) {
            throw new GatewayException(
                    ErrorKind.FEATURE_NOT_SUPPORTED,
                    "unsupported frontend protocol " + version + ": server supports 3.0 to " + NEWEST);
        }
    }

    private static ProtocolVersion older(ProtocolVersion asked) {
        return asked.compareTo(NEWEST) > 0 ? NEWEST : asked;
    }

    static GatewayException tooMany(String message) {
        return new GatewayException(ErrorKind.TOO_MANY_CONNECTIONS, message)
                .withHint("Try again later, or use a connection pool.");
    }
}
