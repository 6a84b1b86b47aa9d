package org.cdfgateway.sql;

import java.util.concurrent.ExecutorService;
import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.port.inbound.ClientContext;
import org.cdfgateway.domain.port.inbound.RemoteSession;
import org.cdfgateway.domain.port.inbound.RemoteSessions;
import org.cdfgateway.domain.port.outbound.RowEvaluation;
import org.cdfgateway.domain.port.outbound.TablesOfUsers;
import org.cdfgateway.sql.remote.TableSession;
import org.cdfgateway.sql.remote.write.WriteLimits;

/** Serves the engine's foreign tables from table adapters. Safe for use by several threads. */
public final class TableSessions implements RemoteSessions {
    private final TablesOfUsers users;
    private final WriteLimits limits;
    private final ExecutorService blocking;
    private final RowEvaluation evaluation;

    /**
     * @param limits of what each transaction holds back
     * @param evaluation computes what only PostgreSQL can
     * @param blocking runs calls to CDF that wait; must have a thread for every task, so that no write waits for another
     */
    public TableSessions(TablesOfUsers users, WriteLimits limits, RowEvaluation evaluation, ExecutorService blocking) {
        this.users = users;
        this.limits = limits;
        this.blocking = blocking;
        this.evaluation = evaluation;
    }

    @Override
    public RemoteSession open(GatewaySession session, ClientContext client) {
        return new TableSession(users.of(session.user().username()), limits, blocking, evaluation, session, client);
    }
}
