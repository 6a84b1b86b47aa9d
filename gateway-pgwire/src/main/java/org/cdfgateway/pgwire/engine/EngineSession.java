package org.cdfgateway.pgwire.engine;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.SocketAddress;
import java.util.List;
import org.cdfgateway.pgwire.message.BackendMessage.ParameterStatus;
import org.cdfgateway.pgwire.message.CancelKey;

/**
 * A session with the engine, logged in and idle. Belongs to its channel's event loop.
 *
 * @param settings what the engine told about itself, in its order
 * @param key how the engine's statement is cancelled
 */
public record EngineSession(Channel channel, SocketAddress address, List<ParameterStatus> settings, CancelKey key) {

    public EngineSession {
        settings = List.copyOf(settings);
    }

    /** Runs the statements that tie postgres_fdw's connection to {@code token}. Fails with what the engine says. */
    public Future<Void> bind(String token) {
        Promise<Void> bound = channel.eventLoop().newPromise();
        channel.pipeline().addLast(new EngineBinding(token, bound));
        return bound;
    }

    /** Cancels the statement that runs now, if any. Does not block; failures are logged only. */
    public void cancel() {
        EngineCancel.send(channel.eventLoop(), address, key);
    }
}
