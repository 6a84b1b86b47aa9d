package org.cdfgateway.app.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * {@code POST /postgresgateway/tables/{username}/byids} with
 * <code>{"items": [{"tablename": ".."}], "ignoreUnknownIds": false}</code>; 1 to 10 items, which may be built-in tables
 * (reference/postgres-gateway.md section 5.3).
 */
public final class RetrieveTables implements AdminEndpoint {
    private static final int MAX_ITEMS = 10;

    private final Authorization authorization;
    private final TableRegistry tables;
    private final List<TableDefinition> builtIn;

    public RetrieveTables(Authorization authorization, TableRegistry tables, List<TableDefinition> builtIn) {
        this.authorization = authorization;
        this.tables = tables;
        this.builtIn = List.copyOf(builtIn);
    }

    @Override
    public AdminResponse answer(AdminRequest request) {
        TableAccess access = TableAccess.reading(authorization, request);
        JsonFields body = request.body().object().only("items", "ignoreUnknownIds");
        List<String> names = body.objects("items", 1, MAX_ITEMS).stream()
                .map(item -> item.only("tablename").text("tablename"))
                .toList();
        boolean ignoreUnknown = body.flag("ignoreUnknownIds");
        Map<String, Map<String, Object>> known = new HashMap<>();
        tables.list(access.project(), access.username())
                .orElseThrow(access::unknownUser)
                .forEach(table -> known.put(table.name(), TableJson.of(table)));
        builtIn.forEach(table -> known.put(table.name(), TableJson.ofBuiltIn(table)));
        List<String> missing =
                names.stream().filter(name -> !known.containsKey(name)).toList();
        if (!missing.isEmpty() && !ignoreUnknown) {
            throw ApiException.notFound("table", TableAccess.references(missing));
        }
        List<Map<String, Object>> found = new ArrayList<>();
        names.stream().filter(known::containsKey).map(known::get).forEach(found::add);
        return AdminResponse.ok(Map.of("items", found));
    }
}
