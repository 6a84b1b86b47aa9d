package org.cdfgateway.emulator.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.query.PageCursor;
import org.cdfgateway.emulator.resource.RequestItems;
import org.cdfgateway.emulator.right.Reach;
import org.cdfgateway.emulator.right.ScopeKind;
import org.cdfgateway.emulator.right.TableName;
import org.cdfgateway.emulator.schema.Violations;
import org.jspecify.annotations.Nullable;

/** The HTTP calls on RAW databases and tables (reference/cdf-api-data.md section 10.2). */
final class NameCalls {

    private static final String DATABASES = "/raw/dbs";
    private static final String TABLES = "/raw/dbs/{db}/tables";

    private record Named(String name, long createdTime) {}

    private final RawStore store;

    NameCalls(RawStore store) {
        this.store = store;
    }

    void addTo(Routes routes) {
        Admission list = Admission.needs("rawAcl", "LIST");
        Admission write = Admission.needs("rawAcl", "WRITE");
        Admission writeDatabases = write.on(ScopeKind.TABLE, call -> named(call, name -> new TableName(name, null)));
        Admission writeTables =
                write.on(ScopeKind.TABLE, call -> named(call, name -> new TableName(call.variable("db"), name)));
        routes.project("GET", DATABASES, list, this::listDatabases)
                .project("POST", DATABASES, writeDatabases, this::createDatabases)
                .project("POST", DATABASES + "/delete", writeDatabases, this::deleteDatabases)
                .project("GET", TABLES, list, this::listTables)
                .project("POST", TABLES, writeTables, this::createTables)
                .project("POST", TABLES + "/delete", writeTables, this::deleteTables);
    }

    /** What the names in the body stand for in scopes; wrong ones are left to the call itself. */
    private static List<TableName> named(Call call, Function<String, TableName> member) {
        List<TableName> members = new ArrayList<>();
        call.json()
                .path("items")
                .forEach(item -> members.add(member.apply(item.path("name").asText())));
        return members;
    }

    private Answer listDatabases(Call call) {
        Reach reach = call.reach("rawAcl", "LIST");
        return page(
                call,
                "",
                store.databases().stream()
                        .filter(database -> reach.touchesDatabase(database.name()))
                        .map(NameCalls::named)
                        .toList());
    }

    private Answer listTables(Call call) {
        RawDatabase database = store.database(call.variable("db"));
        Reach reach = call.reach("rawAcl", "LIST");
        return page(
                call,
                database.name(),
                database.tables().values().stream()
                        .filter(table -> reach.contains(ScopeKind.TABLE, new TableName(database.name(), table.name())))
                        .map(NameCalls::named)
                        .toList());
    }

    /** @param parent what the cursor belongs to */
    private static Answer page(Call call, String parent, List<Named> all) {
        int limit = call.intParameter("limit", RawLimits.DEFAULT_PAGE, 1, RawLimits.MAX_NAME_PAGE);
        String cursor = call.parameter("cursor");
        String after = cursor == null || cursor.isEmpty() ? null : PageCursor.decode(parent.hashCode(), cursor);
        List<Named> rest = all.stream()
                .sorted(Comparator.comparing(Named::name, RawDatabase.NAME_ORDER))
                .filter(named -> after == null || RawDatabase.NAME_ORDER.compare(named.name(), after) > 0)
                .limit(limit + 1L)
                .toList();
        boolean more = rest.size() > limit;
        List<Named> page = more ? rest.subList(0, limit) : rest;
        String next =
                more ? PageCursor.encode(parent.hashCode(), page.get(limit - 1).name()) : null;
        return answer(200, page, next);
    }

    private Answer createDatabases(Call call) {
        List<String> names = names(call.json(), "database", RawLimits.MAX_DATABASE_NAME);
        return answer(
                201, store.createDatabases(names).stream().map(NameCalls::named).toList(), null);
    }

    private Answer createTables(Call call) {
        List<String> names = names(call.json(), "table", RawLimits.MAX_TABLE_NAME);
        String name = call.variable("db");
        RawDatabase database = call.flag("ensureParent") ? store.databaseOrNew(name) : store.database(name);
        return answer(
                201,
                store.createTables(database, names).stream()
                        .map(NameCalls::named)
                        .toList(),
                null);
    }

    private Answer deleteDatabases(Call call) {
        ObjectNode body = call.json();
        store.deleteDatabases(
                names(body, "database", RawLimits.MAX_DATABASE_NAME),
                body.path("recursive").asBoolean());
        return Answer.done();
    }

    private Answer deleteTables(Call call) {
        store.deleteTables(store.database(call.variable("db")), names(call.json(), "table", RawLimits.MAX_TABLE_NAME));
        return Answer.done();
    }

    private static List<String> names(ObjectNode body, String kind, int max) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : RequestItems.of(body.path("items"), RawLimits.MAX_NAMES)) {
            if (!item.path("name").isTextual()) {
                throw ApiError.missingFields(List.of("items[" + names.size() + "].name"));
            }
            String name = item.path("name").textValue();
            checkName(kind, name, max);
            names.add(name);
        }
        return names;
    }

    /** @throws ApiError 400 for a name that is empty or too long */
    static void checkName(String kind, String name, int max) {
        Violations violations = new Violations();
        violations.requireSize(kind + " name", name.length(), 1, max);
        violations.check();
    }

    private static Named named(RawDatabase database) {
        return new Named(database.name(), database.createdTime());
    }

    private static Named named(RawTable table) {
        return new Named(table.name(), table.createdTime());
    }

    private static Answer answer(int status, List<Named> page, @Nullable String nextCursor) {
        return Answer.json(status, out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Named named : page) {
                out.writeStartObject();
                out.writeStringField("name", named.name());
                out.writeNumberField("createdTime", named.createdTime());
                out.writeEndObject();
            }
            out.writeEndArray();
            if (nextCursor != null) {
                out.writeStringField("nextCursor", nextCursor);
            }
            out.writeEndObject();
        });
    }
}
