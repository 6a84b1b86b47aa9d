package org.cdfgateway.pgwire.engine;

import io.netty.channel.Channel;
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

    /** Cancels the statement that runs now, if any. Does not block; failures are logged only. */
    public void cancel() {
        EngineCancel.send(channel.eventLoop(), address, key);
    }
}
