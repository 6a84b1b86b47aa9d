package org.cdfgateway.domain.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * A table as 1.0 had it, derived from its 2.0 definition: without the columns that were added, with renaming undone and
 * removed columns at the end. What the guide does not mention was there under the same name (reference/postgres-gateway.md
 * section 3.2). In which order 1.0 had its columns is not known; this is 2.0's.
 *
 * @param name its name in 1.0
 * @param successor the definition of the 2.0 table that holds what it held
 */
public record LegacyTable(String name, TableDefinition successor, List<LegacyColumn> columns) {

    public LegacyTable {
        columns = List.copyOf(columns);
    }

    /** Empty when 1.0 had no such table. */
    static Optional<LegacyTable> of(TableMigration migration, TableDefinition successor) {
        return migration.from().map(name -> new LegacyTable(name, successor, columns(migration, successor)));
    }

    private static List<LegacyColumn> columns(TableMigration migration, TableDefinition successor) {
        Set<String> added = new HashSet<>();
        Map<String, LegacyColumn> renamed = new HashMap<>();
        List<LegacyColumn> removed = new ArrayList<>();
        for (Change change : migration.changes()) {
            change.addedColumn().ifPresent(added::add);
            change.legacyColumn()
                    .ifPresent(column -> column.successor()
                            .ifPresentOrElse(name -> renamed.put(name, column), () -> removed.add(column)));
        }
        List<LegacyColumn> columns = new ArrayList<>();
        for (Column column : successor.columns()) {
            if (!added.contains(column.name())) {
                LegacyColumn kept = new LegacyColumn(column.name(), Optional.of(column.name()));
                columns.add(renamed.getOrDefault(column.name(), kept));
            }
        }
        columns.addAll(removed);
        return columns;
    }

    public boolean isRenamed() {
        return !name.equals(successor.name());
    }

    public boolean hasRenamedColumns() {
        return columns.stream().anyMatch(LegacyColumn::isRenamed);
    }

    public boolean hasRemovedColumns() {
        return columns.stream().anyMatch(LegacyColumn::isRemoved);
    }

    /** The names of the columns that 2.0 has and 1.0 had not, in 2.0's order. */
    public List<String> addedColumns() {
        Set<String> kept = new HashSet<>();
        columns.forEach(column -> column.successor().ifPresent(kept::add));
        return successor.columns().stream()
                .map(Column::name)
                .filter(column -> !kept.contains(column))
                .toList();
    }
}
