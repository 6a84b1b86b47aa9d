package org.cdfgateway.app.wiring;

import dagger.Binds;
import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.List;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.app.table.TableWatch;
import org.cdfgateway.app.table.UserTableSets;
import org.cdfgateway.auth.GatewayUsers;
import org.cdfgateway.domain.port.outbound.CustomTableAdapters;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.TablesOfUsers;
import org.cdfgateway.engine.EmbeddedEngine;

/** Which tables each user has. */
@Module
interface TablesModule {

    @Binds
    TablesOfUsers tablesOfUsers(UserTableSets sets);

    /** Statements need them before the engine and the store have been started, and ask only later. */
    @Provides
    @Singleton
    static UserTableSets sets(
            List<TableAdapter> builtIn,
            CustomTableAdapters adapters,
            Lazy<GatewayUsers> users,
            Lazy<EmbeddedEngine> engine,
            GatewayConfig config) {
        return new UserTableSets(
                builtIn,
                adapters,
                () -> users.get().tables(),
                engine::get,
                config.limits().customTablesPerUser());
    }

    @Provides
    @Singleton
    static TableWatch watch(UserTableSets sets, StartedParts parts) {
        return parts.add(TableWatch.start(sets));
    }
}
