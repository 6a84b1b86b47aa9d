package org.cdfgateway.sql.migrate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cdfgateway.domain.migration.LegacyColumn;
import org.cdfgateway.domain.migration.LegacyTable;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * The columns that something in a FROM clause offers.
 *
 * @param columns names that need no change
 * @param added those of them that only 2.0 has
 * @param changed names of 1.0 that 2.0 has not
 * @param open whether there may be others
 */
record Shape(Set<String> columns, Set<String> added, Map<String, LegacyColumn> changed, boolean open) {

    /** Of a table or function that nothing is known about. */
    static final Shape UNKNOWN = new Shape(Set.of(), Set.of(), Map.of(), true);

    Shape {
        columns = Set.copyOf(columns);
        added = Set.copyOf(added);
        changed = Map.copyOf(changed);
    }

    static Shape named(Collection<String> columns) {
        return new Shape(Set.copyOf(columns), Set.of(), Map.of(), false);
    }

    /** @param removed columns that 1.0 had and 2.0 has not */
    static Shape of(TableDefinition table, List<LegacyColumn> removed) {
        Map<String, LegacyColumn> changed =
                removed.stream().collect(Collectors.toMap(LegacyColumn::name, Function.identity()));
        return new Shape(names(table), Set.of(), changed, false);
    }

    private static Set<String> names(TableDefinition table) {
        return table.columns().stream().map(Column::name).collect(Collectors.toSet());
    }

    /** A table of 1.0; if it still goes by the same name, with the columns of both versions. */
    static Shape of(LegacyTable table) {
        Set<String> columns = new HashSet<>();
        Map<String, LegacyColumn> changed = new HashMap<>();
        for (LegacyColumn column : table.columns()) {
            if (column.isRemoved() || column.isRenamed()) {
                changed.put(column.name(), column);
            } else {
                columns.add(column.name());
            }
        }
        Set<String> added = Set.of();
        if (!table.isRenamed()) {
            columns.addAll(names(table.successor()));
            added = Set.copyOf(table.addedColumns());
        }
        return new Shape(columns, added, changed, false);
    }

    /** The table of 1.0 behind a subquery that gives its columns their old names. */
    static Shape underOldNames(LegacyTable table) {
        return named(table.columns().stream()
                .filter(column -> !column.isRemoved())
                .map(LegacyColumn::name)
                .toList());
    }

    static Shape union(List<Shape> shapes) {
        Set<String> columns = new HashSet<>();
        Set<String> added = new HashSet<>();
        Map<String, LegacyColumn> changed = new HashMap<>();
        for (Shape shape : shapes) {
            columns.addAll(shape.columns);
            added.addAll(shape.added);
            changed.putAll(shape.changed);
        }
        return new Shape(columns, added, changed, shapes.stream().anyMatch(Shape::open));
    }

    boolean offers(String name) {
        return columns.contains(name) || changed.containsKey(name);
    }

    Optional<LegacyColumn> change(String name) {
        return Optional.ofNullable(changed.get(name));
    }
}
