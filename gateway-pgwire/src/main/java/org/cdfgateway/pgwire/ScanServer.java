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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.inbound.RemoteSessions;
import org.cdfgateway.domain.port.outbound.ScanEndpoint;
import org.cdfgateway.pgwire.cancel.CancelKeys;
import org.cdfgateway.pgwire.scan.ScanAccess;
import org.cdfgateway.pgwire.scan.ScanPipeline;
import org.cdfgateway.pgwire.scan.SessionTokens;
import org.cdfgateway.pgwire.work.BlockingThreads;

/**
 * The server that the engine's postgres_fdw reads and writes CDF through. Listens on loopback, lets in one connection
 * per gateway session.
 */
public final class ScanServer implements AutoCloseable {
    /** A worker waits while more than the upper mark is unsent, so this bounds the memory of a connection. */
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(64 * 1024, 256 * 1024);

    private static final int PASSWORD_BYTES = 24;

    private final EventLoopGroup eventLoops;
    private final ExecutorService workers;
    private final ChannelGroup connections;
    private final Channel listener;
    private final SessionTokens tokens;
    private final Secret password;

    private ScanServer(
            EventLoopGroup eventLoops,
            ExecutorService workers,
            ChannelGroup connections,
            Channel listener,
            SessionTokens tokens,
            Secret password) {
        this.eventLoops = eventLoops;
        this.workers = workers;
        this.connections = connections;
        this.listener = listener;
        this.tokens = tokens;
        this.password = password;
    }

    /** @throws IllegalArgumentException when the host is not a loopback address or the port is taken */
    public static ScanServer start(ScanServerSettings settings, RemoteSessions sessions) {
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        InetAddress host = address.getAddress();
        if (host == null || !host.isLoopbackAddress()) {
            throw new IllegalArgumentException("scan host: " + settings.host() + " (expected: a loopback address)");
        }
        SessionTokens tokens = new SessionTokens();
        Secret password = randomPassword();
        ExecutorService workers = BlockingThreads.perTask("scan");
        EventLoopGroup eventLoops =
                new MultiThreadIoEventLoopGroup(new DefaultThreadFactory("scan-io", true), NioIoHandler.newFactory());
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
        ScanAccess access =
                new ScanAccess(sessions, tokens, new CancelKeys(), password, workers, settings.maxMessageBytes());
        Listening listening = Listening.on(
                address,
                new ServerBootstrap()
                        .group(eventLoops)
                        .channel(NioServerSocketChannel.class)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                        .childHandler(new ScanPipeline(access, connections)));
        return new ScanServer(eventLoops, workers, connections, listening.channel(), tokens, password);
    }

    /** Where the engine finds this server. */
    public ScanEndpoint endpoint() {
        InetSocketAddress address = (InetSocketAddress) listener.localAddress();
        return new ScanEndpoint(address.getAddress().getHostAddress(), address.getPort(), password);
    }

    SessionTokens tokens() {
        return tokens;
    }

    /** Ends all connections and their remote sessions. */
    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        connections.close().awaitUninterruptibly();
        eventLoops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        workers.shutdown();
    }

    private static Secret randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }
}
