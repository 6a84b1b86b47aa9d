package org.cdfgateway.pgwire.relay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.admission.Permit;
import org.cdfgateway.pgwire.admission.StatementTurns;
import org.cdfgateway.pgwire.error.Failures;
import org.cdfgateway.pgwire.message.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Lets the client's bytes through while its user runs no more statements than allowed. A statement begins with the first
 * byte after the engine was free and ends when the engine is free again. Who has to wait is not read from meanwhile, and
 * its session ends when its turn does not come in time: only that way it is clear to every client that the statement has
 * not been run. Stands before {@link ClientRelay}.
 */
final class StatementGate extends ChannelInboundHandlerAdapter {
    private final Channel client;
    private final String user;
    private final StatementTurns turns;
    private final Duration patience;
    private final Deque<Object> held = new ArrayDeque<>();
    private @Nullable Permit permit;
    private @Nullable Waiting waiting;

    private record Waiting(StatementTurns.Turn turn, Future<?> deadline) {
        void end() {
            turn.giveUp();
            deadline.cancel(false);
        }
    }

    StatementGate(Channel client, String user, RelayLimits limits) {
        this.client = client;
        this.user = user;
        this.turns = limits.turns();
        this.patience = limits.patience();
    }

    /** The engine has nothing to do any more. */
    void engineIsFree() {
        if (permit != null) {
            permit.close();
            permit = null;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (waiting == null && permit == null) {
            Optional<Permit> free = turns.acquire(user);
            permit = free.orElse(null);
            if (free.isEmpty()) {
                await(context);
            }
        }
        if (permit != null) {
            context.fireChannelRead(message);
        } else {
            held.add(message);
            client.config().setAutoRead(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        leave();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        leave();
    }

    private void await(ChannelHandlerContext context) {
        StatementTurns.Turn turn =
                turns.await(user, granted -> context.executor().execute(() -> go(context, granted)));
        Future<?> deadline = context.executor().schedule(() -> giveUp(), patience.toMillis(), TimeUnit.MILLISECONDS);
        waiting = new Waiting(turn, deadline);
    }

    private void go(ChannelHandlerContext context, Permit granted) {
        if (waiting == null || !client.isActive()) {
            granted.close();
            return;
        }
        waiting.end();
        waiting = null;
        permit = granted;
        for (Object message = held.poll(); message != null; message = held.poll()) {
            context.fireChannelRead(message);
        }
        context.fireChannelReadComplete();
        context.fireUserEventTriggered(EnginePace.CHANGED);
    }

    private void giveUp() {
        leave();
        client.pipeline()
                .fireUserEventTriggered(new SessionEvent.End(Failures.diagnose(
                        Severity.FATAL,
                        new GatewayException(
                                        ErrorKind.CONFIGURATION_LIMIT_EXCEEDED,
                                        "user \"" + user + "\" runs " + turns.perUser()
                                                + " statements already, and none has ended in time")
                                .withDetail("The statement has not been run.")
                                .withHint("Run fewer statements at a time."))));
    }

    private void leave() {
        if (waiting != null) {
            waiting.end();
            waiting = null;
        }
        engineIsFree();
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }
}
