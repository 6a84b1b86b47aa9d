package org.cdfgateway.domain.migration;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** All tables that 1.0 had, in the guide's order. */
public final class LegacyTables {

    public static final List<LegacyTable> ALL = derive();

    private LegacyTables() {}

    private static List<LegacyTable> derive() {
        return MigrationGuide.TABLES.stream()
                .map(migration -> LegacyTable.of(migration, definition(migration.successor())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static TableDefinition definition(String name) {
        return BuiltInTables.ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the guide names no table of the gateway: " + name));
    }
}
