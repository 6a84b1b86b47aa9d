package org.cdfgateway.app.wiring;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.List;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.app.config.LimitConfig;
import org.cdfgateway.app.table.ShownDatabases;
import org.cdfgateway.app.table.UserTableSets;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.domain.port.outbound.RowEvaluation;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.engine.EmbeddedEngine;
import org.cdfgateway.engine.EngineSettings;
import org.cdfgateway.engine.process.Installation;
import org.cdfgateway.engine.process.ProcessOwner;
import org.cdfgateway.engine.provisioning.UserLimits;
import org.cdfgateway.pgwire.ScanServer;

/** The PostgreSQL that evaluates SQL. */
@Module
interface EngineModule {

    /** With the custom tables of their users. */
    @Provides
    static EngineDatabases databases(EmbeddedEngine engine, UserTableSets tables) {
        return new ShownDatabases(engine, tables);
    }

    /** The engine is started after what asks it to compute, and asked only once it runs. */
    @Provides
    static RowEvaluation evaluation(Lazy<EmbeddedEngine> engine) {
        return (expressions, columns, rows) -> engine.get().evaluation().evaluate(expressions, columns, rows);
    }

    @Provides
    @Singleton
    static EmbeddedEngine engine(
            GatewayConfig config, List<TableAdapter> adapters, ScanServer scanServer, StartedParts parts) {
        LimitConfig limits = config.limits();
        EngineSettings settings = new EngineSettings(
                installation(config),
                limits.connections() + RESERVED_CONNECTIONS,
                limits.sessionMemory().bytes(),
                userLimits(config));
        return parts.add(EmbeddedEngine.start(
                settings, adapters.stream().map(TableAdapter::table).toList(), scanServer.endpoint()));
    }

    /** For provisioning, beside the sessions of clients. */
    int RESERVED_CONNECTIONS = 10;

    static Installation installation(GatewayConfig config) {
        return new Installation(config.stateDirectory(), config.engine().binaries(), ProcessOwner.NOBODY);
    }

    static UserLimits userLimits(GatewayConfig config) {
        LimitConfig limits = config.limits();
        return new UserLimits(
                limits.connectionsPerUser(),
                limits.workMemory().bytes(),
                UserLimits.DEFAULT.maintenanceWorkMemBytes(),
                UserLimits.DEFAULT.tempBuffersBytes(),
                UserLimits.DEFAULT.hashMemMultiplier(),
                limits.temporaryFiles().bytes(),
                limits.statementTimeout());
    }
}
