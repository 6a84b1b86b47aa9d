package org.cdfgateway.sql;

import java.util.List;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.inbound.QueryExplanations;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.sql.remote.explain.RemoteExplanations;

/** Tells from the SQL that the engine would send which requests CDF would get. Immutable; any thread. */
public final class SqlExplanations implements QueryExplanations {
    private final RemoteExplanations explanations;

    public SqlExplanations(List<TableAdapter> adapters) {
        this.explanations = new RemoteExplanations(adapters);
    }

    @Override
    public List<String> explain(String sql, CdfAccess access) {
        return explanations.explain(sql, access);
    }
}
