package org.cdfgateway.pgwire.relay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.util.concurrent.Executor;
import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.port.inbound.QueryExplanations;
import org.cdfgateway.domain.port.inbound.StatementGuards;
import org.cdfgateway.pgwire.codec.MessageFraming;
import org.cdfgateway.pgwire.engine.EngineSession;
import org.cdfgateway.pgwire.message.BackendMessage.ParameterStatus;
import org.cdfgateway.pgwire.plan.PlanRelay;

/**
 * Joins a client and its engine session. From then on each is closed with the other, and the client's channel takes
 * {@link SessionEvent}s.
 *
 * <pre>
 *  client ──bytes──▶ StatementGate ──▶ ClientRelay ──StatementGuard──▶ engine
 *  client ◀──bytes── EngineRelay ◀── PlanRelay ◀──── engine
 *              ▲ warnings, farewell
 * </pre>
 */
public final class Relay {
    private final StatementGuards guards;
    private final QueryExplanations explanations;
    private final RelayLimits limits;
    private final Executor workers;

    /** @param workers where long statements are looked at */
    public Relay(StatementGuards guards, QueryExplanations explanations, RelayLimits limits, Executor workers) {
        this.guards = guards;
        this.explanations = explanations;
        this.limits = limits;
        this.workers = workers;
    }

    /**
     * To be called on the event loop of both channels.
     *
     * @param last the client's last handler, which gives way to the relay
     * @param owner whose statements are counted, guarded and explained
     * @param facts kept up to date from now on
     */
    public void join(
            Channel client, ChannelHandler last, EngineSession session, GatewaySession owner, SessionFacts facts) {
        Channel engine = session.channel();
        Outstanding outstanding = new Outstanding();
        ClientEncoding encoding = new ClientEncoding(reportedEncoding(session));
        LoneChangeWatch changes = new LoneChangeWatch(facts);
        StrictKeysQuestion strictKeys = new StrictKeysQuestion(engine, facts);
        StatementGate gate = new StatementGate(client, owner.user().username(), limits);
        PreparedInserts inserts = new PreparedInserts();
        AnswerCount count = new AnswerCount();
        GroupExchange exchange = new GroupExchange(
                engine,
                count,
                new GroupStatements(inserts),
                () -> client.pipeline().fireUserEventTriggered(EnginePace.GROUP_OVER));
        GatheredAnswers answers = new GatheredAnswers(engine.alloc(), count, exchange);
        SentMessages sent = new SentMessages(outstanding, changes, strictKeys, inserts, gate);
        EngineRelay back = new EngineRelay(engine, client, sent, encoding, answers);
        PlanRelay plans = new PlanRelay(
                guards.of(owner.user()),
                engine.eventLoop(),
                encoding::charset,
                sql -> explanations.explain(sql, owner));
        engine.pipeline().addLast(plans, back);
        engine.pipeline().remove(MessageFraming.class);
        client.pipeline().replace(last, null, gate);
        client.pipeline()
                .addLast(new ClientRelay(
                        client,
                        session,
                        back,
                        sent,
                        new RowGathering(engine, sent, count, exchange),
                        encoding,
                        new AdmittedText(plans.guard()),
                        limits,
                        workers));
        client.pipeline().remove(MessageFraming.class);
        engine.config().setAutoRead(client.isWritable());
        client.config().setAutoRead(true);
    }

    private static String reportedEncoding(EngineSession session) {
        return session.settings().stream()
                .filter(setting -> setting.name().equals("client_encoding"))
                .map(ParameterStatus::value)
                .findFirst()
                .orElse("");
    }
}
