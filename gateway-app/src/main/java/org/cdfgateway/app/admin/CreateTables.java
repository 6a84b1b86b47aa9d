package org.cdfgateway.app.admin;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.app.admin.Authorization.Caller;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /postgresgateway/tables/{username}} with 1 to 10 items as {@link TableRequest} takes them, of which all or none
 * become tables (reference/postgres-gateway.md section 5.3). Views and data models are imported as the user sees them in
 * CDF at this moment.
 */
final class CreateTables implements AdminChange {
    private static final Logger LOG = LoggerFactory.getLogger(CreateTables.class);
    private static final int MAX_ITEMS = 10;

    private final TableRegistry tables;
    private final TableImport imports;
    private final int maxColumns;
    private final Clock clock;

    /** @param maxColumns of one table, with those that the gateway adds */
    CreateTables(TableRegistry tables, TableImport imports, int maxColumns, Clock clock) {
        this.tables = tables;
        this.imports = imports;
        this.maxColumns = maxColumns;
        this.clock = clock;
    }

    @Override
    public AdminResponse make(AdminRequest request, String project, Caller caller) {
        TableAccess access = TableAccess.of(request, project, caller);
        List<TableRequest> items = request.body().object().only("items").objects("items", 1, MAX_ITEMS).stream()
                .map(TableRequest::of)
                .toList();
        requireDifferent(items);
        requireNew(access, items);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<CustomTable> made = new ArrayList<>();
        for (TableRequest item : items) {
            made.add(item.with(imports.source(access, item), now, maxColumns));
        }
        List<String> taken = tables.create(
                        access.project(),
                        access.username(),
                        made,
                        access.caller().subject())
                .orElseThrow(access::unknownUser);
        requireNone(taken);
        made.forEach(table -> LOG.info("created table \"{}\" of gateway user {}", table.name(), access.username()));
        return AdminResponse.ok(Map.of("items", made.stream().map(TableJson::of).toList()));
    }

    /** Before CDF is asked for anything. */
    private void requireNew(TableAccess access, List<TableRequest> items) {
        Set<String> names = new HashSet<>();
        tables.list(access.project(), access.username())
                .orElseThrow(access::unknownUser)
                .forEach(table -> names.add(table.name()));
        requireNone(
                items.stream().map(TableRequest::name).filter(names::contains).toList());
    }

    private static void requireNone(List<String> taken) {
        if (!taken.isEmpty()) {
            throw ApiException.duplicates("table", TableAccess.references(taken));
        }
    }

    private static void requireDifferent(List<TableRequest> items) {
        Set<String> names = new HashSet<>();
        for (TableRequest item : items) {
            if (!names.add(item.name())) {
                throw ApiException.malformed(item.path() + ": tablename \"" + item.name() + "\" is given twice");
            }
        }
    }
}
