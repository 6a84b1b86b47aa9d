package org.cdfgateway.pgwire.front;

import io.netty.channel.Channel;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.domain.port.inbound.ClientContext;
import org.cdfgateway.pgwire.relay.SessionEvent;
import org.cdfgateway.pgwire.relay.SessionFacts;

/** A client as the data side of its session sees it. */
final class ConnectedClient implements ClientContext {
    private static final long WARNING_SECONDS = 5;

    private final Channel channel;
    private final SessionFacts facts;

    ConnectedClient(Channel channel, SessionFacts facts) {
        this.channel = channel;
        this.facts = facts;
    }

    /**
     * Returns when the relay has it: the answer that postgres_fdw waits for must not overtake it, or the client would get
     * the warning after the end of its statement.
     */
    @Override
    public void warn(String text) {
        channel.eventLoop()
                .submit(() -> channel.pipeline().fireUserEventTriggered(new SessionEvent.Warning(text)))
                .awaitUninterruptibly(WARNING_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public boolean runsLoneChange() {
        return facts.runsLoneChange();
    }

    @Override
    public boolean strictKeys() {
        return facts.strictKeys();
    }
}
