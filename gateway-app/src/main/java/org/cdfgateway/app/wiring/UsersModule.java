package org.cdfgateway.app.wiring;

import dagger.Binds;
import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.cdfgateway.auth.GatewayUsers;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.auth.user.UserLimits;
import org.cdfgateway.domain.port.inbound.Logins;
import org.cdfgateway.domain.port.outbound.CdfSessions;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.domain.port.outbound.TokenInspection;

/** Gateway users and their logins. */
@Module
interface UsersModule {

    @Binds
    Logins logins(GatewayUsers users);

    @Provides
    @Singleton
    static GatewayUsers users(
            StoreSettings store,
            CdfSessions sessions,
            KeyRing keys,
            TokenInspection inspection,
            Lazy<EngineDatabases> engine,
            StartedParts parts) {
        return parts.add(GatewayUsers.open(
                store,
                sessions,
                keys,
                UserLimits.DEFAULT,
                Optional.of(inspection),
                username -> engine.get().drop(username),
                Clock.systemUTC()));
    }
}
