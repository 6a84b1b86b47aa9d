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
import org.cdfgateway.domain.port.inbound.StatementGuards;
import org.cdfgateway.domain.port.outbound.RowEvaluation;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.TablesOfUsers;
import org.cdfgateway.engine.provisioning.UserLimits;
import org.cdfgateway.pgwire.work.BlockingThreads;
import org.cdfgateway.sql.SqlExplanations;
import org.cdfgateway.sql.SqlGuards;
import org.cdfgateway.sql.TableSessions;
import org.cdfgateway.sql.guard.SettingLimits;
import org.cdfgateway.sql.remote.write.WriteLimits;

/** What clients may run, and the answers to what postgres_fdw asks. */
@Module
interface SqlModule {

    long KILOBYTE = 1_024;

    @Provides
    @Singleton
    static StatementGuards guards(List<TableAdapter> builtIn, TablesOfUsers users, GatewayConfig config) {
        return new SqlGuards(builtIn.stream().map(TableAdapter::table).toList(), settingLimits(config), users);
    }

    @Provides
    @Singleton
    static QueryExplanations explanations(TablesOfUsers users) {
        return new SqlExplanations(users);
    }

    @Provides
    @Singleton
    static RemoteSessions remoteSessions(
            TablesOfUsers users, RowEvaluation evaluation, GatewayConfig config, StartedParts parts) {
        ExecutorService threads = BlockingThreads.perTask("table");
        parts.add(threads::shutdownNow);
        return new TableSessions(
                users,
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
