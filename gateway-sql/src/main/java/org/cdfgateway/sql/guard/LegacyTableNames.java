package org.cdfgateway.sql.guard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cdfgateway.domain.migration.LegacyColumn;
import org.cdfgateway.domain.migration.LegacyTable;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.lex.QualifiedName;

/** The tables of schema v1: those of version 1.0. */
final class LegacyTableNames {
    private static final String SCHEMA = "v1";

    private final Map<String, LegacyTable> tables;
    private final CustomTableNames custom;

    /** @param custom tables of the user, which may have names of 1.0 as well */
    LegacyTableNames(Collection<TableDefinition> current, CustomTableNames custom) {
        this.custom = custom;
        tables = VersionMapping.PRODUCT.legacyTables().stream()
                .filter(table -> current.contains(table.successor()))
                .collect(Collectors.toUnmodifiableMap(LegacyTable::name, Function.identity()));
    }

    /** Whether the name is one of schema v1 and says so. */
    boolean contains(QualifiedName name) {
        return name.parts().size() > 1 && table(name).isPresent();
    }

    /**
     * Whether the name is one that only 1.0 has and no schema is given: it means schema v1's table if that schema is
     * searched, unless the client has a temporary table of the name.
     */
    boolean isBare(QualifiedName name) {
        return name.parts().size() == 1
                && table(name).filter(LegacyTable::isRenamed).isPresent();
    }

    /** Whether the name means a table of schema v1, or can only mean one unless it is the client's own. */
    boolean canBe(QualifiedName name) {
        return contains(name) || isBare(name);
    }

    /** The table of 1.0 that a name means, or can mean if schema v1 is searched first; not one that is a custom table. */
    Optional<LegacyTable> table(QualifiedName name) {
        return name.isVisibleIn(SCHEMA) && custom.find(name).isEmpty()
                ? Optional.ofNullable(tables.get(name.last()))
                : Optional.empty();
    }

    /** Whether the statement writes to the table of 1.0, seen by the table's name or that of a column. */
    boolean means(QualifiedName name, List<String> columns) {
        return canBe(name)
                || table(name).stream()
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(column -> column.isRenamed() && columns.contains(column.name()));
    }

    /** The column among these that 2.0 has not, if the name means a table of 1.0. */
    Optional<String> removed(QualifiedName name, List<String> columns) {
        if (!canBe(name)) {
            return Optional.empty();
        }
        return table(name).stream()
                .flatMap(table -> table.columns().stream())
                .filter(LegacyColumn::isRemoved)
                .map(LegacyColumn::name)
                .filter(columns::contains)
                .findFirst();
    }
}
