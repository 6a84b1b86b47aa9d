package org.cdfgateway.pgwire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.Logins;
import org.cdfgateway.domain.port.inbound.QueryExplanations;
import org.cdfgateway.domain.port.inbound.StatementGuards;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.pgwire.admission.FailedLogins;
import org.cdfgateway.pgwire.admission.LoginLimits;
import org.cdfgateway.pgwire.admission.LoginPlaces;
import org.cdfgateway.pgwire.admission.Permits;
import org.cdfgateway.pgwire.admission.StatementTurns;
import org.cdfgateway.pgwire.cancel.CancelKeys;
import org.cdfgateway.pgwire.engine.EngineConnector;
import org.cdfgateway.pgwire.error.Failures;
import org.cdfgateway.pgwire.front.FrontAccess;
import org.cdfgateway.pgwire.front.FrontPipeline;
import org.cdfgateway.pgwire.front.Transport;
import org.cdfgateway.pgwire.message.Severity;
import org.cdfgateway.pgwire.relay.Relay;
import org.cdfgateway.pgwire.relay.RelayLimits;
import org.cdfgateway.pgwire.relay.SessionEvent;
import org.cdfgateway.pgwire.relay.StalledReader;
import org.cdfgateway.pgwire.work.BlockingThreads;

/**
 * The PostgreSQL server that clients connect to. Authenticates them, opens an engine session for each and relays what
 * both say.
 */
public final class FrontServer implements AutoCloseable {
    /** Reading from the other side stops while more than the upper mark is unsent: it bounds a session's memory. */
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(64 * 1024, 256 * 1024);

    private static final Duration ENGINE_CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** Logins that may wait for the store or the engine at the same time. */
    private static final int LOGIN_THREADS = 16;

    private final FrontSettings settings;
    private final EventLoopGroup eventLoops;
    private final ExecutorService blocking;
    private final ChannelGroup connections;
    private final Channel listener;
    private final AtomicBoolean closing;

    private FrontServer(
            FrontSettings settings,
            EventLoopGroup eventLoops,
            ExecutorService blocking,
            ChannelGroup connections,
            Channel listener,
            AtomicBoolean closing) {
        this.settings = settings;
        this.eventLoops = eventLoops;
        this.blocking = blocking;
        this.connections = connections;
        this.listener = listener;
        this.closing = closing;
    }

    /**
     * Starts to listen. The ports and the scan server stay the caller's and must outlive the result.
     *
     * @param scanServer the one that the databases of {@code engines} point to
     * @throws IllegalArgumentException when the port is taken
     */
    public static FrontServer start(
            FrontSettings settings,
            Logins logins,
            EngineDatabases engines,
            StatementGuards guards,
            QueryExplanations explanations,
            ScanServer scanServer) {
        TransportSettings encryption = settings.transport();
        Transport transport = encryption
                .certificate()
                .map(certificate ->
                        Transport.encrypted(certificate, encryption.plainTextAllowed(), encryption.clients()))
                .orElseGet(Transport::plain);
        LoginLimits loginLimits = settings.logins();
        ExecutorService blocking = BlockingThreads.bounded("login", LOGIN_THREADS);
        AtomicBoolean closing = new AtomicBoolean();
        RelayLimits limits = new RelayLimits(
                settings.maxMessageBytes(),
                new StalledReader(settings.stalledReaderTimeout()),
                new StatementTurns(settings.statements().perUser()),
                settings.statements().patience());
        FrontAccess access = new FrontAccess(
                transport,
                logins,
                engines,
                guards,
                new EngineConnector(blocking, ENGINE_CONNECT_TIMEOUT, WATER_MARK),
                scanServer.tokens(),
                new CancelKeys(),
                new Relay(guards, explanations, limits, blocking),
                blocking,
                loginLimits.allowed(),
                loginLimits.timeout(),
                new LoginPlaces(loginLimits.atATime(), loginLimits.atATimePerAddress()),
                new FailedLogins(loginLimits, Clock.systemUTC()),
                new Permits(settings.maxConnections()),
                new SecureRandom(),
                closing);
        EventLoopGroup eventLoops =
                new MultiThreadIoEventLoopGroup(new DefaultThreadFactory("front-io", true), NioIoHandler.newFactory());
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
        Channel listener = Listening.on(
                        new InetSocketAddress(settings.host(), settings.port()),
                        new ServerBootstrap()
                                .group(eventLoops)
                                .channel(NioServerSocketChannel.class)
                                .option(ChannelOption.SO_REUSEADDR, true)
                                .childOption(ChannelOption.TCP_NODELAY, true)
                                .childOption(ChannelOption.SO_KEEPALIVE, true)
                                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                                .childHandler(new FrontPipeline(access, connections)))
                .channel();
        return new FrontServer(settings, eventLoops, blocking, connections, listener, closing);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    /** Ends all sessions with a farewell, refusing new ones meanwhile, and stops to listen. */
    @Override
    public void close() {
        closing.set(true);
        SessionEvent.End end = new SessionEvent.End(Failures.diagnose(
                Severity.FATAL,
                new GatewayException(
                        ErrorKind.ADMIN_SHUTDOWN, "terminating connection because the gateway is shutting down")));
        connections.forEach(connection -> connection.pipeline().fireUserEventTriggered(end));
        connections
                .newCloseFuture()
                .awaitUninterruptibly(settings.shutdownTimeout().toMillis());
        listener.close().awaitUninterruptibly();
        connections.close().awaitUninterruptibly();
        eventLoops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        blocking.shutdown();
    }
}
