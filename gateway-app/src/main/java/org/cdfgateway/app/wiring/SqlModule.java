package org.cdfgateway.app.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.domain.port.inbound.QueryExplanations;
import org.cdfgateway.domain.port.inbound.RemoteSessions;
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.cdfgateway.domain.port.outbound.RowEvaluation;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.engine.provisioning.UserLimits;
import org.cdfgateway.pgwire.work.BlockingThreads;
import org.cdfgateway.sql.SqlExplanations;
import org.cdfgateway.sql.SqlGuard;
import org.cdfgateway.sql.TableSessions;
import org.cdfgateway.sql.guard.SettingLimits;
import org.cdfgateway.sql.remote.write.WriteLimits;

/** What clients may run, and the answers to what postgres_fdw asks. */
@Module
interface SqlModule {

    long KILOBYTE = 1_024;

    @Provides
    @Singleton
    static StatementGuard guard(List<TableAdapter> adapters, GatewayConfig config) {
        return new SqlGuard(adapters.stream().map(TableAdapter::table).toList(), settingLimits(config));
    }

    @Provides
    @Singleton
    static QueryExplanations explanations(List<TableAdapter> adapters) {
        return new SqlExplanations(adapters);
    }

    @Provides
    @Singleton
    static RemoteSessions remoteSessions(
            List<TableAdapter> adapters, RowEvaluation evaluation, GatewayConfig config, StartedParts parts) {
        ExecutorService threads = BlockingThreads.perTask("table");
        parts.add(threads::shutdownNow);
        return new TableSessions(
                adapters,
                new WriteLimits(
                        config.limits().heldRows(), config.limits().heldMemory().bytes()),
                evaluation,
                threads);
    }

    /** The same bounds against SET that the engine holds against set_config. */
    private static SettingLimits settingLimits(GatewayConfig config) {
        UserLimits limits = EngineModule.userLimits(config);
        SettingLimits defaults = SettingLimits.defaults();
        return new SettingLimits(
                limits.workMemBytes() / KILOBYTE,
                limits.tempBuffersBytes() / KILOBYTE,
                limits.hashMemMultiplier(),
                defaults.maxParallelWorkers(),
                Optional.of(limits.statementTimeout()).filter(timeout -> !timeout.isZero()),
                defaults.transactionTimeout(),
                defaults.idleInTransactionTimeout());
    }
}
