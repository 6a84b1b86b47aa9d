package org.cdfgateway.app.wiring;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.cdfgateway.app.admin.AdminServer;
import org.cdfgateway.app.admin.Authorization;
import org.cdfgateway.app.admin.CreateUsers;
import org.cdfgateway.app.admin.HealthRoutes;
import org.cdfgateway.app.admin.Route;
import org.cdfgateway.app.admin.UserRegistry.CreatedUser;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.app.health.Readiness;
import org.cdfgateway.auth.GatewayUsers;
import org.cdfgateway.auth.user.NewUser;
import org.cdfgateway.domain.port.outbound.TokenInspection;

/** The HTTP API and the health checks. Routes are a set: an endpoint more is a provider more. */
@Module
interface AdminModule {

    @Provides
    static Authorization authorization(TokenInspection inspection) {
        return new Authorization(inspection);
    }

    @Provides
    @IntoSet
    static Route createUsers(Authorization authorization, GatewayUsers users, GatewayConfig config) {
        CreateUsers endpoint = new CreateUsers(
                authorization,
                (project, nonce, createdBy) -> created(users.create(project, nonce, createdBy)),
                config.listen().publicHost().orElseGet(AdminModule::hostName));
        return new Route("POST", "/api/v1/projects/{project}/postgresgateway", endpoint);
    }

    @Provides
    @ElementsIntoSet
    static Set<Route> health(Readiness readiness) {
        return Set.copyOf(HealthRoutes.of(readiness));
    }

    @Provides
    @Singleton
    static AdminServer adminServer(GatewayConfig config, Set<Route> routes, StartedParts parts) {
        InetSocketAddress address =
                new InetSocketAddress(config.http().address(), config.http().port());
        return parts.add(AdminServer.start(address, List.copyOf(routes)));
    }

    private static CreatedUser created(NewUser user) {
        return new CreatedUser(
                user.username(), user.password(), user.createdTime(), user.lastUpdatedTime(), user.sessionId());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }
}
