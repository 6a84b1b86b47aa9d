package org.cdfgateway.pgwire.engine;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.EngineDatabases.EngineLogin;
import org.cdfgateway.pgwire.codec.MessageFraming;

/** Opens sessions with the engine. Safe for use by several threads. */
public final class EngineConnector {
    /** Settings, errors: what a server sends before its first rows is short. */
    private static final int MAX_LOGIN_MESSAGE_BYTES = 1024 * 1024;

    private final Executor blocking;
    private final Duration timeout;
    private final WriteBufferWaterMark waterMark;

    /**
     * @param blocking where the password is hashed
     * @param timeout for the connection
     * @param waterMark bounds what is unsent to the engine
     */
    public EngineConnector(Executor blocking, Duration timeout, WriteBufferWaterMark waterMark) {
        this.blocking = blocking;
        this.timeout = timeout;
        this.waterMark = waterMark;
    }

    /**
     * Connects and logs in, on {@code eventLoop}. The caller closes the session's channel, or cancels the future.
     *
     * @param settings sent with the start-up message
     * @return fails with {@link EngineRefusedException} or a {@link GatewayException} of CANNOT_CONNECT_NOW
     */
    public Future<EngineSession> open(EventLoop eventLoop, EngineLogin login, Map<String, String> settings) {
        Promise<EngineSession> session = eventLoop.newPromise();
        ChannelFuture connecting = new Bootstrap()
                .group(eventLoop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeout.toMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        MessageFraming.ofClient(MAX_LOGIN_MESSAGE_BYTES),
                                        new EngineLoginHandler(login, settings, blocking, session));
                    }
                })
                .connect(login.address());
        connecting.addListener(connected -> {
            if (!connected.isSuccess()) {
                session.tryFailure(new GatewayException(ErrorKind.CANNOT_CONNECT_NOW, "the engine cannot be reached")
                        .withHint("It may be starting: try again in a few seconds.")
                        .causedBy(connected.cause()));
            }
        });
        session.addListener(done -> {
            if (!done.isSuccess()) {
                connecting.channel().close();
            }
        });
        return session;
    }
}
