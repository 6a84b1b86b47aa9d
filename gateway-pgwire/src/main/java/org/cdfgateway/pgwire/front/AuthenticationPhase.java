package org.cdfgateway.pgwire.front;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.port.inbound.Logins.Candidate;
import org.cdfgateway.pgwire.admission.ClientAddress;
import org.cdfgateway.pgwire.admission.Permit;
import org.cdfgateway.pgwire.codec.BackendEncoder;
import org.cdfgateway.pgwire.codec.Frame;
import org.cdfgateway.pgwire.codec.FrontendDecoder;
import org.cdfgateway.pgwire.message.BackendMessage;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationOk;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSasl;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSaslContinue;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSaslFinal;
import org.cdfgateway.pgwire.message.FrontendMessage.SaslInitialResponse;
import org.cdfgateway.pgwire.scram.ChannelBinding;
import org.cdfgateway.pgwire.scram.ScramChallenge;

/**
 * SCRAM-SHA-256, bound to the TLS channel if there is one and the client can. An unknown user and a wrong password look the same from outside, in text and in time.
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
    private static final int MAX_RANDOM_DELAY_MILLIS = 250;

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
        send(context, new AuthenticationSasl(binding(context).mechanisms()));
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
        step = new AwaitsNothing();
        ChannelBinding binding = binding(context);
        access.blocking().execute(() -> {
            try {
                Candidate candidate = access.logins().candidate(request.user());
                ScramChallenge challenge = ScramChallenge.answering(
                        response.mechanism(), response.data(), binding, candidate.verifier(), access.random());
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
        ClientAddress client = ClientAddress.of(context.channel().remoteAddress());
        // Once more: many may have begun before the first of them failed.
        access.failedLogins().check(request.user(), client);
        Optional<String> signature = proof.challenge().verify(clientFinal);
        if (signature.isEmpty() || proof.user().isEmpty()) {
            failSlowly(
                    context,
                    access.failedLogins()
                            .failed(request.user(), client, proof.user().isPresent()));
            return;
        }
        access.failedLogins().succeeded(request.user(), client);
        // Only now, so that nobody without a password can take the places of those who have one.
        Permit permit =
                access.sessions().acquire().orElseThrow(() -> OpeningPhase.tooMany("sorry, too many clients already"));
        context.channel().closeFuture().addListener(closed -> permit.close());
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
    private void failSlowly(ChannelHandlerContext context, Duration delay) {
        Channel channel = context.channel();
        channel.config().setAutoRead(false);
        long millis = delay.toMillis() + access.random().nextInt(MAX_RANDOM_DELAY_MILLIS);
        GatewayException failure = new GatewayException(
                ErrorKind.INVALID_PASSWORD, "password authentication failed for user \"" + request.user() + "\"");
        context.executor().schedule(() -> fail(channel, failure), millis, TimeUnit.MILLISECONDS);
    }

    private static ChannelBinding binding(ChannelHandlerContext context) {
        return TlsConnection.binding(context.channel());
    }

    private static void send(ChannelHandlerContext context, BackendMessage message) {
        context.writeAndFlush(BackendEncoder.write(message, context.alloc().buffer()));
    }
}
