package org.cdfgateway.sql.migrate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cdfgateway.domain.migration.LegacyColumn;
import org.cdfgateway.domain.migration.LegacyTable;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** The tables of both versions by name. Immutable. */
public final class Catalog {
    static final String SCHEMA = "public";

    private final Map<String, LegacyTable> legacy;
    private final Map<String, TableDefinition> tables;

    public Catalog(VersionMapping mapping) {
        legacy = mapping.legacyTables().stream()
                .collect(Collectors.toUnmodifiableMap(LegacyTable::name, Function.identity()));
        tables = BuiltInTables.ALL.stream()
                .collect(Collectors.toUnmodifiableMap(TableDefinition::name, Function.identity()));
    }

    /** The table of 1.0 that the parts of a name mean. */
    Optional<LegacyTable> legacy(List<String> name) {
        return inPublic(name).flatMap(table -> Optional.ofNullable(legacy.get(table)));
    }

    /** The table of 2.0 that the parts of a name mean. */
    Optional<TableDefinition> table(List<String> name) {
        return inPublic(name).flatMap(table -> Optional.ofNullable(tables.get(table)));
    }

    /** The columns that the table had in 1.0 and has no more. */
    List<LegacyColumn> removed(TableDefinition table) {
        return legacy.values().stream()
                .filter(old -> old.successor().equals(table))
                .flatMap(old -> old.columns().stream())
                .filter(LegacyColumn::isRemoved)
                .toList();
    }

    private static Optional<String> inPublic(List<String> name) {
        boolean inPublic = name.size() == 1 || (name.size() == 2 && name.get(0).equals(SCHEMA));
        return inPublic ? Optional.of(name.get(name.size() - 1)) : Optional.empty();
    }
}
