package org.cdfgateway.app.admin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cdfgateway.domain.identity.FixedAccess;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** All endpoints of the API before users and tables in memory: users {@code a}, {@code b} and {@code c} of project plant-a. */
final class ApiRoutes {
    static final int MAX_COLUMNS = 30;

    private static final String USERS = "/api/v1/projects/{project}/postgresgateway";
    private static final String TABLES = USERS + "/tables/{username}";

    private ApiRoutes() {}

    static List<Route> all() {
        Authorization authorization = new Authorization(FakeTokens::rightsOf);
        FakeUserRegistry users = new FakeUserRegistry().with("plant-a", "a", "b", "c");
        UserPages pages = new UserPages(users);
        FakeTableRegistry tables = new FakeTableRegistry();
        RefusalAudit audit = refusal -> {};
        TableImport imports = new TableImport(users, user -> FixedAccess.anAccess(), new FakeViews());
        Clock clock = Clock.fixed(Instant.ofEpochMilli(1_000), ZoneOffset.UTC);
        return List.of(
                new Route("GET", USERS, new ListUsers(authorization, pages)),
                new Route("POST", USERS, AuditedChange.creating(authorization, audit, users, "gateway.example.com")),
                new Route("POST", USERS + "/list", new FilterUsers(authorization, pages)),
                new Route("POST", USERS + "/byids", new RetrieveUsers(authorization, users)),
                new Route("GET", USERS + "/capabilities/{username}", new CheckUser(authorization, users)),
                new Route("POST", USERS + "/update", AuditedChange.updating(authorization, audit, users)),
                new Route("POST", USERS + "/delete", AuditedChange.deleting(authorization, audit, users)),
                new Route("GET", TABLES, new ListTables(authorization, tables, BuiltInTables.ALL)),
                new Route(
                        "POST",
                        TABLES,
                        AuditedChange.creatingTables(authorization, audit, tables, imports, MAX_COLUMNS, clock)),
                new Route("POST", TABLES + "/byids", new RetrieveTables(authorization, tables, BuiltInTables.ALL)),
                new Route(
                        "POST",
                        TABLES + "/delete",
                        AuditedChange.deletingTables(authorization, audit, tables, BuiltInTables.ALL)));
    }
}
