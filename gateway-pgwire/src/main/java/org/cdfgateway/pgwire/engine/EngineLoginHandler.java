package org.cdfgateway.pgwire.engine;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.EngineDatabases.EngineLogin;
import org.cdfgateway.pgwire.codec.BackendDecoder;
import org.cdfgateway.pgwire.codec.Frame;
import org.cdfgateway.pgwire.codec.FrontendEncoder;
import org.cdfgateway.pgwire.codec.OpeningCodec;
import org.cdfgateway.pgwire.message.BackendMessage;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSasl;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSaslContinue;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSaslFinal;
import org.cdfgateway.pgwire.message.BackendMessage.BackendKeyData;
import org.cdfgateway.pgwire.message.BackendMessage.ErrorResponse;
import org.cdfgateway.pgwire.message.BackendMessage.ParameterStatus;
import org.cdfgateway.pgwire.message.BackendMessage.ReadyForQuery;
import org.cdfgateway.pgwire.message.CancelKey;
import org.cdfgateway.pgwire.message.FrontendMessage;
import org.cdfgateway.pgwire.message.OpeningMessage.StartupMessage;
import org.cdfgateway.pgwire.message.ProtocolVersion;
import org.jspecify.annotations.Nullable;

/**
 * Logs in to the engine. Stands behind the framing and leaves when the engine is ready.
 *
 * <pre>
 *  StartupMessage →
 *                 ← AuthenticationSASL, AuthenticationSASLContinue, AuthenticationSASLFinal, AuthenticationOk
 *                 ← ParameterStatus*, BackendKeyData, ReadyForQuery
 * </pre>
 */
final class EngineLoginHandler extends SimpleChannelInboundHandler<Frame> {
    private final EngineLogin login;
    private final Map<String, String> settings;
    private final Executor blocking;
    private final Promise<EngineSession> session;
    private final List<ParameterStatus> reported = new ArrayList<>();
    private CancelKey key = new CancelKey(0, new byte[4]);
    private @Nullable EngineScram scram;

    EngineLoginHandler(
            EngineLogin login, Map<String, String> settings, Executor blocking, Promise<EngineSession> session) {
        this.login = login;
        this.settings = settings;
        this.blocking = blocking;
        this.session = session;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("user", login.role());
        parameters.put("database", login.database());
        parameters.putAll(settings);
        ByteBuf out = context.alloc().buffer();
        OpeningCodec.write(new StartupMessage(ProtocolVersion.V3_0, parameters), out);
        context.writeAndFlush(out);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Frame frame) {
        BackendMessage message = BackendDecoder.read(frame).orElse(null);
        if (message instanceof AuthenticationSasl sasl) {
            scram = new EngineScram(sasl.mechanisms(), login.role(), login.password());
            send(context, scram.first());
        } else if (message instanceof AuthenticationSaslContinue challenge) {
            prove(context, scram(), challenge.data());
        } else if (message instanceof AuthenticationSaslFinal last) {
            scram().verify(last.data());
        } else if (message instanceof ParameterStatus status) {
            reported.add(status);
        } else if (message instanceof BackendKeyData keyData) {
            key = keyData.key();
        } else if (message instanceof ErrorResponse error) {
            session.tryFailure(new EngineRefusedException(error.diagnostic()));
            context.close();
        } else if (message instanceof ReadyForQuery) {
            context.pipeline().remove(this);
            EngineSession opened = new EngineSession(context.channel(), login.address(), reported, key);
            if (!session.trySuccess(opened)) {
                context.close();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        session.tryFailure(
                new GatewayException(ErrorKind.CANNOT_CONNECT_NOW, "the engine ended the session during login"));
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        session.tryFailure(failure);
        context.close();
    }

    /** The password is hashed some thousand times, which is too long for the event loop. */
    private void prove(ChannelHandlerContext context, EngineScram exchange, String challenge) {
        blocking.execute(() -> {
            try {
                FrontendMessage proof = exchange.prove(challenge);
                context.executor().execute(() -> send(context, proof));
            } catch (RuntimeException failure) {
                context.executor().execute(() -> exceptionCaught(context, failure));
            }
        });
    }

    private EngineScram scram() {
        if (scram == null) {
            throw new GatewayException(ErrorKind.INTERNAL_ERROR, "the engine answered a question nobody asked");
        }
        return scram;
    }

    private static void send(ChannelHandlerContext context, FrontendMessage message) {
        context.writeAndFlush(FrontendEncoder.write(message, context.alloc().buffer()));
    }
}
