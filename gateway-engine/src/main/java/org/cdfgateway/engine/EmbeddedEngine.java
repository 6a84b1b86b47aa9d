package org.cdfgateway.engine;

import java.util.List;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.domain.port.outbound.RowEvaluation;
import org.cdfgateway.domain.port.outbound.ScanEndpoint;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.engine.evaluation.PostgresEvaluation;
import org.cdfgateway.engine.process.Cluster;
import org.cdfgateway.engine.process.ClusterPreparation;
import org.cdfgateway.engine.provisioning.EvaluationDatabase;
import org.cdfgateway.engine.provisioning.TemporaryTableWatch;
import org.cdfgateway.engine.provisioning.UserDatabases;

/**
 * The PostgreSQL that evaluates users' SQL: a child process with one database per gateway user. It is restarted when it
 * dies, and it ends with the gateway, however that ends.
 */
public final class EmbeddedEngine implements EngineDatabases, AutoCloseable {

    private final Cluster cluster;
    private final UserDatabases databases;
    private final TemporaryTableWatch watch;
    private final PostgresEvaluation evaluation;

    private EmbeddedEngine(Cluster cluster, UserDatabases databases) {
        this.cluster = cluster;
        this.databases = databases;
        this.watch = databases.watchTemporaryTables(cluster::access);
        this.evaluation = new PostgresEvaluation(cluster::access);
    }

    /**
     * Starts the engine; the first time that includes unpacking and initialising, some seconds.
     *
     * @param endpoint where the foreign tables find their rows
     * @throws GatewayException CANNOT_CONNECT_NOW when another gateway uses the state directory or PostgreSQL does not
     *     start; INSUFFICIENT_PRIVILEGE, IO_ERROR, FEATURE_NOT_SUPPORTED or UNDEFINED_OBJECT when the installation is at
     *     fault
     */
    public static EmbeddedEngine start(EngineSettings settings, List<TableDefinition> tables, ScanEndpoint endpoint) {
        UserDatabases databases = new UserDatabases(tables, settings.userLimits(), endpoint);
        EvaluationDatabase evaluations = new EvaluationDatabase(PostgresEvaluation.MAX_CONNECTIONS);
        ClusterPreparation preparation = access -> {
            databases.prepare(access);
            evaluations.prepare(access);
        };
        return new EmbeddedEngine(
                Cluster.start(EngineCluster.spec(settings), settings.installation(), preparation), databases);
    }

    /** Computes expressions for the gateway itself, until this object is closed. */
    public RowEvaluation evaluation() {
        return evaluation;
    }

    @Override
    public EngineLogin provide(String username) {
        return databases.provide(username, cluster.access());
    }

    @Override
    public void show(String username, List<TableDefinition> custom) {
        databases.show(username, custom, cluster.access());
    }

    @Override
    public void drop(String username) {
        databases.drop(username, cluster.access());
    }

    /** Ends all sessions and the process. Idempotent. */
    @Override
    public void close() {
        watch.close();
        evaluation.close();
        cluster.close();
    }
}
