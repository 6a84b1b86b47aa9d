package org.cdfgateway.engine.process;

import java.sql.SQLException;

/** What has to be done each time a cluster has started, before others may connect. */
@FunctionalInterface
public interface ClusterPreparation {

    /** Must be repeatable: it also runs after a restart. A failure makes the start fail. */
    void prepare(ClusterAccess access) throws SQLException;
}
