package org.cdfgateway.pgwire.front;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.port.outbound.EngineDatabases.EngineLogin;
import org.cdfgateway.pgwire.cancel.CancelKeys;
import org.cdfgateway.pgwire.codec.BackendEncoder;
import org.cdfgateway.pgwire.engine.EngineRefusedException;
import org.cdfgateway.pgwire.engine.EngineSession;
import org.cdfgateway.pgwire.error.Farewell;
import org.cdfgateway.pgwire.message.BackendMessage.BackendKeyData;
import org.cdfgateway.pgwire.message.BackendMessage.ReadyForQuery;
import org.cdfgateway.pgwire.message.ProtocolVersion;
import org.cdfgateway.pgwire.message.Severity;
import org.cdfgateway.pgwire.message.TransactionStatus;
import org.cdfgateway.pgwire.relay.SessionFacts;
import org.cdfgateway.pgwire.scan.SessionBinding;

/**
 * Opens what the session of an authenticated user needs, and gives way to the relay. Nothing is read from the client
 * meanwhile. The engine session carries the token that ties the connections of its postgres_fdw to the gateway session.
 *
 * <pre>
 *  Logins.open, EngineDatabases.provide   (blocking)
 *  engine login    → client: ParameterStatus*, BackendKeyData, ReadyForQuery; relay
 * </pre>
 */
final class SessionPhase extends Phase {
    /** The first login of a user makes its database, which takes about a second. */
    private static final long DEADLINE_SECONDS = 30;

    private static final int SHORT_SECRET_BYTES = 4;

    private static final int LONG_SECRET_BYTES = 32;

    private final FrontAccess access;
    private final StartupRequest request;
    private final GatewayUser user;

    /** What the blocking part brings. */
    private record Opened(GatewaySession session, EngineLogin login) {}

    SessionPhase(FrontAccess access, StartupRequest request, GatewayUser user) {
        this.access = access;
        this.request = request;
        this.user = user;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        Channel client = context.channel();
        client.config().setAutoRead(false);
        Future<?> deadline = context.executor()
                .schedule(
                        () -> fail(
                                client,
                                new GatewayException(
                                        ErrorKind.CANNOT_CONNECT_NOW, "the engine took too long to open a session")),
                        DEADLINE_SECONDS,
                        TimeUnit.SECONDS);
        client.closeFuture().addListener(closed -> deadline.cancel(false));
        access.blocking().execute(() -> {
            try {
                Opened opened = open();
                context.executor().execute(() -> connect(client, opened, deadline));
            } catch (RuntimeException failure) {
                context.executor().execute(() -> fail(client, failure));
            }
        });
    }

    /** Nothing is expected before ReadyForQuery, and from then on nothing is read. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
        throw new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "unexpected message before ReadyForQuery");
    }

    private Opened open() {
        if (!request.database().equals(request.user())) {
            throw new GatewayException(
                            ErrorKind.INVALID_CATALOG_NAME, "database \"" + request.database() + "\" does not exist")
                    .withHint("A user has one database, of the user's own name: \"" + request.user() + "\".");
        }
        request.settings().forEach(access.guards().of(user)::admitSetting);
        GatewaySession session = access.logins().open(user);
        return new Opened(session, access.engines().provide(user.username()));
    }

    private void connect(Channel client, Opened opened, Future<?> deadline) {
        EngineSettings settings = new EngineSettings(request.settings());
        SessionFacts facts = new SessionFacts(settings.strictKeys());
        SessionBinding binding = access.tokens().register(opened.session(), new ConnectedClient(client, facts));
        client.closeFuture().addListener(closed -> binding.close());
        Future<EngineSession> opening =
                access.connector().open(client.eventLoop(), opened.login(), settings.boundTo(binding.token()));
        client.closeFuture().addListener(closed -> opening.cancel(false));
        opening.addListener(done -> {
            if (done.isSuccess()) {
                deadline.cancel(false);
                relay(client, opening.getNow(), opened.session(), facts);
            } else if (client.isActive()) {
                refuse(client, done.cause());
            }
        });
    }

    private void relay(Channel client, EngineSession engine, GatewaySession session, SessionFacts facts) {
        client.closeFuture().addListener(closed -> engine.channel().close());
        if (client.isActive()) {
            greet(client, engine);
            access.relay().join(client, this, engine, session, facts);
        }
    }

    private void greet(Channel client, EngineSession engine) {
        int secretBytes =
                request.version().compareTo(ProtocolVersion.V3_2) >= 0 ? LONG_SECRET_BYTES : SHORT_SECRET_BYTES;
        // The engine's own process id, so that pg_backend_pid() agrees with what the driver knows.
        CancelKeys.Registration cancel =
                access.cancels().register(engine.key().processId(), secretBytes, engine::cancel);
        client.closeFuture().addListener(closed -> cancel.close());
        ByteBuf out = client.alloc().buffer();
        engine.settings().forEach(setting -> BackendEncoder.write(setting, out));
        BackendEncoder.write(new BackendKeyData(cancel.key()), out);
        BackendEncoder.write(new ReadyForQuery(TransactionStatus.IDLE), out);
        client.writeAndFlush(out);
    }

    private static void refuse(Channel client, Throwable failure) {
        if (failure instanceof EngineRefusedException refused && !refused.isAboutOurLogin()) {
            Farewell.say(client, refused.diagnostic().as(Severity.FATAL));
        } else {
            fail(client, failure);
        }
    }
}
