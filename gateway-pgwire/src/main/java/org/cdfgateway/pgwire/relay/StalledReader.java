package org.cdfgateway.pgwire.relay;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the connection of a client that has stopped to read for too long. Safe for use by several event loops. */
public final class StalledReader {
    private static final Logger LOG = LoggerFactory.getLogger(StalledReader.class);
    private static final AttributeKey<Future<?>> DEADLINE = AttributeKey.valueOf(StalledReader.class, "deadline");

    private final Optional<Duration> patience;

    /** @param patience empty to wait for ever */
    public StalledReader(Optional<Duration> patience) {
        this.patience = patience;
    }

    /** To be called when the channel's writability has changed. */
    void watch(Channel client) {
        if (patience.isEmpty()) {
            return;
        }
        Future<?> running = client.attr(DEADLINE).getAndSet(null);
        if (running != null) {
            running.cancel(false);
        }
        if (!client.isWritable() && client.isActive()) {
            client.attr(DEADLINE)
                    .set(client.eventLoop()
                            .schedule(() -> giveUp(client), patience.get().toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** Nothing is said: who does not read would not read it. */
    private void giveUp(Channel client) {
        LOG.info("closing {}: it has not read for {}", client.remoteAddress(), patience.orElseThrow());
        client.close();
    }
}
