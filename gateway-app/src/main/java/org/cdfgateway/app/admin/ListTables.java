package org.cdfgateway.app.admin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.custom.CustomTable;

/**
 * {@code GET /postgresgateway/tables/{username}?limit=100&cursor=..&includeBuiltIns=false}
 * (reference/postgres-gateway.md section 5.3). Built-in tables come first.
 */
public final class ListTables implements AdminEndpoint {
    private static final int MAX_LIMIT = 100;

    /** Tell cursors after built-in tables from those after custom ones. */
    private static final String BUILT_IN = "b";

    private static final String CUSTOM = "c";

    private final Authorization authorization;
    private final TableRegistry tables;
    private final List<TableDefinition> builtIn;

    public ListTables(Authorization authorization, TableRegistry tables, List<TableDefinition> builtIn) {
        this.authorization = authorization;
        this.tables = tables;
        this.builtIn = List.copyOf(builtIn);
    }

    /** @param position what a cursor after it holds */
    private record Listed(String position, Map<String, Object> json) {}

    @Override
    public AdminResponse answer(AdminRequest request) {
        TableAccess access = TableAccess.reading(authorization, request);
        int limit = request.query().integer("limit", 1, MAX_LIMIT, MAX_LIMIT);
        List<Listed> all = new ArrayList<>();
        if (request.query().flag("includeBuiltIns")) {
            builtIn.forEach(table -> all.add(new Listed(BUILT_IN + table.name(), TableJson.ofBuiltIn(table))));
        }
        for (CustomTable table :
                tables.list(access.project(), access.username()).orElseThrow(access::unknownUser)) {
            all.add(new Listed(CUSTOM + table.name(), TableJson.of(table)));
        }
        int start = request.query()
                .text("cursor")
                .map(Cursor::decoded)
                .map(position -> after(position, all))
                .orElse(0);
        List<Listed> page = all.subList(start, Math.min(all.size(), start + limit));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", page.stream().map(Listed::json).toList());
        if (start + limit < all.size()) {
            body.put("nextCursor", Cursor.encoded(page.get(limit - 1).position()));
        }
        return AdminResponse.ok(body);
    }

    /** The index of the first that comes after the position, whose table may have been deleted meanwhile. */
    private static int after(String position, List<Listed> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).position().equals(position)) {
                return i + 1;
            }
        }
        if (!position.startsWith(CUSTOM)) {
            throw ApiException.malformed("cursor: not one that this API has given out");
        }
        int start = 0;
        while (start < all.size()
                && (all.get(start).position().startsWith(BUILT_IN)
                        || isBefore(all.get(start).position(), position))) {
            start++;
        }
        return start;
    }

    /** In the order in which the registry lists. */
    private static boolean isBefore(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)) < 0;
    }
}
