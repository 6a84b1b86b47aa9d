package org.cdfgateway.app.wiring;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.cdfgateway.app.admin.AdminServer;
import org.cdfgateway.app.admin.AdminSettings;
import org.cdfgateway.app.admin.ApiDocument;
import org.cdfgateway.app.admin.AuditedChange;
import org.cdfgateway.app.admin.Authorization;
import org.cdfgateway.app.admin.CheckUser;
import org.cdfgateway.app.admin.FilterUsers;
import org.cdfgateway.app.admin.HealthRoutes;
import org.cdfgateway.app.admin.ListTables;
import org.cdfgateway.app.admin.ListUsers;
import org.cdfgateway.app.admin.RefusalAudit;
import org.cdfgateway.app.admin.RetrieveTables;
import org.cdfgateway.app.admin.RetrieveUsers;
import org.cdfgateway.app.admin.Route;
import org.cdfgateway.app.admin.TableImport;
import org.cdfgateway.app.admin.TableRegistry;
import org.cdfgateway.app.admin.UserPages;
import org.cdfgateway.app.admin.UserRegistry;
import org.cdfgateway.app.config.GatewayConfig;
import org.cdfgateway.app.health.Readiness;
import org.cdfgateway.app.table.UserTableSets;
import org.cdfgateway.auth.GatewayUsers;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.domain.port.outbound.TokenInspection;
import org.cdfgateway.domain.port.outbound.ViewImport;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.pgwire.tls.LiveCertificate;

/** The HTTP API and the health checks. Routes are a set: an endpoint more is a provider more. */
@Module
interface AdminModule {
    String USERS = "/api/v1/projects/{project}/postgresgateway";
    String TABLES = USERS + "/tables/{username}";

    @Provides
    static Authorization authorization(TokenInspection inspection) {
        return new Authorization(inspection);
    }

    @Provides
    static UserRegistry userRegistry(GatewayUsers users, EngineDatabases engines) {
        return new StoredUsers(users, engines);
    }

    @Provides
    static RefusalAudit refusalAudit(GatewayUsers users) {
        return new StoredRefusals(users, Clock.systemUTC());
    }

    @Provides
    @ElementsIntoSet
    static Set<Route> users(Authorization authorization, UserRegistry users, RefusalAudit audit, GatewayConfig config) {
        UserPages pages = new UserPages(users);
        String host = config.listen().publicHost().orElseGet(AdminModule::hostName);
        return Set.of(
                new Route("GET", USERS, new ListUsers(authorization, pages)),
                new Route("POST", USERS, AuditedChange.creating(authorization, audit, users, host)),
                new Route("POST", USERS + "/list", new FilterUsers(authorization, pages)),
                new Route("POST", USERS + "/byids", new RetrieveUsers(authorization, users)),
                new Route("GET", USERS + "/capabilities/{username}", new CheckUser(authorization, users)),
                new Route("POST", USERS + "/update", AuditedChange.updating(authorization, audit, users)),
                new Route("POST", USERS + "/delete", AuditedChange.deleting(authorization, audit, users)));
    }

    @Provides
    @ElementsIntoSet
    static Set<Route> tables(
            Authorization authorization,
            UserRegistry users,
            GatewayUsers logins,
            UserTableSets sets,
            ViewImport views,
            RefusalAudit audit,
            GatewayConfig config) {
        TableRegistry tables = new StoredTables(users, sets);
        TableImport imports = new TableImport(users, user -> logins.open(user).access(), views);
        int maxColumns = config.limits().customTableColumns();
        return Set.of(
                new Route("GET", TABLES, new ListTables(authorization, tables, BuiltInTables.ALL)),
                new Route(
                        "POST",
                        TABLES,
                        AuditedChange.creatingTables(
                                authorization, audit, tables, imports, maxColumns, Clock.systemUTC())),
                new Route("POST", TABLES + "/byids", new RetrieveTables(authorization, tables, BuiltInTables.ALL)),
                new Route(
                        "POST",
                        TABLES + "/delete",
                        AuditedChange.deletingTables(authorization, audit, tables, BuiltInTables.ALL)));
    }

    @Provides
    @ElementsIntoSet
    static Set<Route> health(Readiness readiness) {
        return Set.copyOf(HealthRoutes.of(readiness));
    }

    @Provides
    @ElementsIntoSet
    static Set<Route> document() {
        return Set.copyOf(ApiDocument.routes());
    }

    @Provides
    @Singleton
    static AdminServer adminServer(
            GatewayConfig config, Certificates certificates, Set<Route> routes, StartedParts parts) {
        AdminSettings settings = new AdminSettings(
                new InetSocketAddress(config.http().address(), config.http().port()),
                certificates.http().map(LiveCertificate::followingContext),
                config.http().allowed());
        return parts.add(AdminServer.start(settings, List.copyOf(routes)));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }
}
