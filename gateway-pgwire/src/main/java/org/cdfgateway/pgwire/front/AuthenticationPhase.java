package org.cdfgateway.pgwire.front;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.port.inbound.Logins.Candidate;
import org.cdfgateway.pgwire.codec.BackendEncoder;
import org.cdfgateway.pgwire.codec.Frame;
import org.cdfgateway.pgwire.codec.FrontendDecoder;
import org.cdfgateway.pgwire.message.BackendMessage;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationOk;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSasl;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSaslContinue;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSaslFinal;
import org.cdfgateway.pgwire.message.FrontendMessage.SaslInitialResponse;
import org.cdfgateway.pgwire.scram.ScramChallenge;

/**
 * SCRAM-SHA-256. An unknown user and a wrong password look the same from outside, in text and in time.
 *
 * <pre>
 *  AuthenticationSASL →
 *                     ← SASLInitialResponse
 *  AuthenticationSASLContinue →
 *                     ← SASLResponse
 *  AuthenticationSASLFinal, AuthenticationOk →   | ErrorResponse 28P01 →, after a while
 * </pre>
 */
final class AuthenticationPhase extends Phase {
    private static final int MIN_FAILURE_DELAY_MILLIS = 100;
    private static final int MAX_FAILURE_DELAY_MILLIS = 500;

    private final FrontAccess access;
    private final StartupRequest request;
    private Step step = new AwaitsMechanism();

    /** What is expected next. Each step takes one message. */
    private sealed interface Step {}

    private record AwaitsMechanism() implements Step {}

    /** The store is being asked, or the client has had its chance. */
    private record AwaitsNothing() implements Step {}

    private record AwaitsProof(ScramChallenge challenge, Optional<GatewayUser> user) implements Step {}

    AuthenticationPhase(FrontAccess access, StartupRequest request) {
        this.access = access;
        this.request = request;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        send(context, new AuthenticationSasl(List.of(ScramChallenge.MECHANISM)));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            Frame frame = (Frame) message;
            if (step instanceof AwaitsMechanism) {
                challenge(context, FrontendDecoder.readSaslInitialResponse(frame));
            } else if (step instanceof AwaitsProof proof) {
                verify(context, proof, FrontendDecoder.readSaslResponse(frame).data());
            } else {
                throw new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "unexpected message during authentication");
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void challenge(ChannelHandlerContext context, SaslInitialResponse response) {
        if (!response.mechanism().equals(ScramChallenge.MECHANISM)) {
            throw new GatewayException(
                    ErrorKind.PROTOCOL_VIOLATION, "client selected an invalid SASL authentication mechanism");
        }
        step = new AwaitsNothing();
        access.blocking().execute(() -> {
            try {
                Candidate candidate = access.logins().candidate(request.user());
                ScramChallenge challenge =
                        ScramChallenge.answering(response.data(), candidate.verifier(), access.random());
                context.executor().execute(() -> {
                    step = new AwaitsProof(challenge, candidate.user());
                    send(context, new AuthenticationSaslContinue(challenge.message()));
                });
            } catch (RuntimeException failure) {
                context.executor().execute(() -> fail(context.channel(), failure));
            }
        });
    }

    private void verify(ChannelHandlerContext context, AwaitsProof proof, String clientFinal) {
        step = new AwaitsNothing();
        Optional<String> signature = proof.challenge().verify(clientFinal);
        if (signature.isEmpty() || proof.user().isEmpty()) {
            failSlowly(context);
            return;
        }
        send(context, new AuthenticationSaslFinal(signature.get()));
        send(context, new AuthenticationOk());
        context.channel().attr(StartupLimits.KEY).get().lift();
        context.pipeline()
                .replace(
                        this,
                        null,
                        new SessionPhase(access, request, proof.user().get()));
    }

    /** Makes guessing slow, and the store's answering times harder to tell apart. */
    private void failSlowly(ChannelHandlerContext context) {
        Channel channel = context.channel();
        channel.config().setAutoRead(false);
        int delay = access.random().nextInt(MIN_FAILURE_DELAY_MILLIS, MAX_FAILURE_DELAY_MILLIS);
        GatewayException failure = new GatewayException(
                ErrorKind.INVALID_PASSWORD, "password authentication failed for user \"" + request.user() + "\"");
        context.executor().schedule(() -> fail(channel, failure), delay, TimeUnit.MILLISECONDS);
    }

    private static void send(ChannelHandlerContext context, BackendMessage message) {
        context.writeAndFlush(BackendEncoder.write(message, context.alloc().buffer()));
    }
}
