package org.cdfgateway.pgwire.front;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.port.outbound.EngineDatabases.EngineLogin;
import org.cdfgateway.pgwire.cancel.CancelKeys;
import org.cdfgateway.pgwire.codec.BackendEncoder;
import org.cdfgateway.pgwire.engine.EngineRefusedException;
import org.cdfgateway.pgwire.engine.EngineSession;
import org.cdfgateway.pgwire.error.Failures;
import org.cdfgateway.pgwire.error.Farewell;
import org.cdfgateway.pgwire.message.BackendMessage.BackendKeyData;
import org.cdfgateway.pgwire.message.BackendMessage.ReadyForQuery;
import org.cdfgateway.pgwire.message.ProtocolVersion;
import org.cdfgateway.pgwire.message.Severity;
import org.cdfgateway.pgwire.message.TransactionStatus;
import org.cdfgateway.pgwire.relay.SessionEvent;
import org.cdfgateway.pgwire.scan.SessionBinding;

/**
 * Opens what the session of an authenticated user needs, and gives way to the relay. Nothing is read from the client
 * meanwhile. The client is told that all is ready as soon as the engine is; binding the engine's postgres_fdw goes on in
 * the time that the first statement takes to arrive.
 *
 * <pre>
 *  Logins.open, EngineDatabases.provide   (blocking)
 *  engine login    → client: ParameterStatus*, BackendKeyData, ReadyForQuery
 *  engine binding  → relay
 * </pre>
 */
final class SessionPhase extends Phase {
    /** The first login of a user makes its database, which takes about a second. */
    private static final long DEADLINE_SECONDS = 30;

    /** An engine session that ends closes its connection to the scan endpoint first; its own farewell tells more. */
    private static final long LOST_TABLES_PATIENCE_MILLIS = 250;

    private static final int SHORT_SECRET_BYTES = 4;
    private static final int LONG_SECRET_BYTES = 32;

    private final FrontAccess access;
    private final StartupRequest request;
    private final GatewayUser user;
    private final AtomicBoolean relaying = new AtomicBoolean();

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
        request.settings().forEach(access.guard()::admitSetting);
        GatewaySession session = access.logins().open(user);
        return new Opened(session, access.engines().provide(user.username()));
    }

    private void connect(Channel client, Opened opened, Future<?> deadline) {
        Future<EngineSession> opening = access.connector().open(client.eventLoop(), opened.login(), request.settings());
        client.closeFuture().addListener(closed -> opening.cancel(false));
        opening.addListener(done -> {
            if (done.isSuccess()) {
                EngineSession engine = opening.getNow();
                client.closeFuture().addListener(closed -> engine.channel().close());
                bind(client, opened.session(), engine, deadline);
            } else {
                refuse(client, done.cause());
            }
        });
    }

    private void bind(Channel client, GatewaySession session, EngineSession engine, Future<?> deadline) {
        SessionBinding binding = access.tokens()
                .register(
                        session,
                        warning -> client.pipeline().fireUserEventTriggered(new SessionEvent.Warning(warning)),
                        () -> client.eventLoop()
                                .schedule(
                                        () -> client.pipeline().fireUserEventTriggered(lostTables()),
                                        LOST_TABLES_PATIENCE_MILLIS,
                                        TimeUnit.MILLISECONDS));
        client.closeFuture().addListener(closed -> binding.close());
        greet(client, engine);
        engine.bind(binding.token()).addListener(done -> {
            if (!done.isSuccess()) {
                refuse(client, done.cause());
            } else if (!binding.isConnected()) {
                fail(client, new IllegalStateException("the engine did not connect to the scan endpoint"));
            } else if (client.isActive()) {
                deadline.cancel(false);
                relaying.set(true);
                access.relay().join(client, this, engine);
            }
        });
    }

    private void greet(Channel client, EngineSession engine) {
        int secretBytes =
                request.version().compareTo(ProtocolVersion.V3_2) >= 0 ? LONG_SECRET_BYTES : SHORT_SECRET_BYTES;
        // The engine's own process id, so that pg_backend_pid() agrees with what the driver knows.
        CancelKeys.Registration cancel = access.cancels().register(engine.key().processId(), secretBytes, () -> {
            if (relaying.get()) {
                engine.cancel();
            }
        });
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

    private static SessionEvent lostTables() {
        return new SessionEvent.EndWhenIdle(Failures.diagnose(
                Severity.FATAL,
                new GatewayException(
                                ErrorKind.ADMIN_SHUTDOWN,
                                "terminating connection because the engine lost its way to the CDF tables")
                        .withHint("Reconnect.")));
    }
}
