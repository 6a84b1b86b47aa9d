package org.cdfgateway.sql;

import java.util.List;
import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.port.inbound.QueryExplanations;
import org.cdfgateway.domain.port.outbound.TablesOfUsers;
import org.cdfgateway.sql.remote.explain.RemoteExplanations;

/** Tells from the SQL that the engine would send which requests CDF would get. Immutable; any thread. */
public final class SqlExplanations implements QueryExplanations {
    private final TablesOfUsers users;

    public SqlExplanations(TablesOfUsers users) {
        this.users = users;
    }

    @Override
    public List<String> explain(String sql, GatewaySession session) {
        return new RemoteExplanations(users.of(session.user().username())).explain(sql, session.access());
    }
}
