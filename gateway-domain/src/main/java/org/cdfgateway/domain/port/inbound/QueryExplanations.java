package org.cdfgateway.domain.port.inbound;

import java.util.List;
import org.cdfgateway.domain.identity.GatewaySession;

/** Tells what the queries that the engine's plans hold would ask of CDF. Safe for use by several threads. */
public interface QueryExplanations {

    /**
     * Lines for EXPLAIN, indented among themselves. Asks nobody and does not block; the cost is linear in the text.
     *
     * @param sql what the engine would send to the scan endpoint, as its plan shows it
     * @return none when the text is not understood
     */
    List<String> explain(String sql, GatewaySession session);
}
