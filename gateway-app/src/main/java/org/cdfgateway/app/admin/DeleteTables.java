package org.cdfgateway.app.admin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.app.admin.Authorization.Caller;
import org.cdfgateway.domain.table.TableDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /postgresgateway/tables/{username}/delete} with
 * <code>{"items": [{"tablename": ".."}], "ignoreUnknownIds": false}</code>; 1 to 10 items, of which all or none are deleted
 * (reference/postgres-gateway.md section 5.3). RAW tables, views and data models stay in CDF.
 */
final class DeleteTables implements AdminChange {
    private static final Logger LOG = LoggerFactory.getLogger(DeleteTables.class);
    private static final int MAX_ITEMS = 10;

    private final TableRegistry tables;
    private final List<TableDefinition> builtIn;

    DeleteTables(TableRegistry tables, List<TableDefinition> builtIn) {
        this.tables = tables;
        this.builtIn = List.copyOf(builtIn);
    }

    @Override
    public AdminResponse make(AdminRequest request, String project, Caller caller) {
        TableAccess access = TableAccess.of(request, project, caller);
        JsonFields body = request.body().object().only("items", "ignoreUnknownIds");
        Set<String> names = new LinkedHashSet<>();
        body.objects("items", 1, MAX_ITEMS)
                .forEach(item -> names.add(item.only("tablename").text("tablename")));
        boolean ignoreUnknown = body.flag("ignoreUnknownIds");
        requireCustom(names);
        List<String> unknown = tables.delete(
                        access.project(),
                        access.username(),
                        names,
                        ignoreUnknown,
                        access.caller().subject())
                .orElseThrow(access::unknownUser);
        if (!unknown.isEmpty()) {
            throw ApiException.notFound("table", TableAccess.references(unknown));
        }
        LOG.info("deleted tables {} of gateway user {}", names, access.username());
        return AdminResponse.ok(Map.of());
    }

    private void requireCustom(Set<String> names) {
        for (TableDefinition table : builtIn) {
            if (names.contains(table.name())) {
                throw ApiException.malformed("table \"" + table.name() + "\" is built in and cannot be deleted");
            }
        }
    }
}
