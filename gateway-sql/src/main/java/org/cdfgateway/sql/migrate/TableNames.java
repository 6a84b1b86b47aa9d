package org.cdfgateway.sql.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.domain.migration.LegacyColumn;
import org.cdfgateway.domain.migration.LegacyTable;

/** Finds out what the name of a table means, and gives it its new name. */
final class TableNames {
    private final Walk walk;
    private final StatementTokens tokens;
    private final Set<String> hidden;

    TableNames(Walk walk, Set<String> hidden) {
        this.walk = walk;
        this.tokens = walk.tokens;
        this.hidden = hidden;
    }

    /** The parts of the name that begins with token {@code i}. */
    List<String> parts(int i) {
        List<String> parts = new ArrayList<>();
        for (int part = i; part < tokens.chainEnd(i); part += 2) {
            tokens.name(part).ifPresent(parts::add);
        }
        return parts;
    }

    /** The table of 1.0 that the name beginning with token {@code i} means. */
    Optional<LegacyTable> legacy(int i, Scope scope) {
        List<String> parts = parts(i);
        return isHidden(parts, scope) ? Optional.empty() : walk.catalog.legacy(parts);
    }

    private boolean isHidden(List<String> parts, Scope scope) {
        return parts.size() == 1
                && (hidden.contains(parts.get(0))
                        || scope.commonTable(parts.get(0)).isPresent());
    }

    /**
     * Renames the table whose name begins with token {@code i}.
     *
     * @param alias its alias, if it has one
     * @param readOnly whether a subquery may stand in its place
     */
    Relation relation(int i, Optional<String> alias, Scope scope, boolean readOnly) {
        List<String> parts = parts(i);
        String name = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        String qualifier = alias.orElse(name);
        if (parts.size() == 1) {
            Optional<Shape> common = scope.commonTable(name);
            if (common.isPresent()) {
                return Relation.of(qualifier, common.get());
            }
        }
        Optional<LegacyTable> legacy = legacy(i, scope);
        if (legacy.isPresent()) {
            return legacy(i, legacy.get(), alias, scope, readOnly);
        }
        Optional<Shape> current = isHidden(parts, scope)
                ? Optional.empty()
                : walk.catalog.table(parts).map(table -> Shape.of(table, walk.catalog.removed(table)));
        return Relation.of(qualifier, current.orElse(Shape.UNKNOWN));
    }

    private Relation legacy(int i, LegacyTable table, Optional<String> alias, Scope scope, boolean readOnly) {
        int last = tokens.chainEnd(i) - 1;
        String oldText = tokens.at(last).text();
        String qualifier = alias.orElse(table.name());
        if (readOnly && walk.rewrite.keepsOldNames(i)) {
            String query = subquery(table, scope) + (alias.isPresent() ? "" : " AS " + oldText);
            walk.rewrite.replace(tokens.at(i).start(), tokens.at(last).end(), query);
            return Relation.of(qualifier, Shape.underOldNames(table));
        }
        if (!table.isRenamed()) {
            TableReference reference = new TableReference(table, i, Optional.empty());
            return new Relation(qualifier, NewName.plain(qualifier), Shape.of(table), Optional.of(reference));
        }
        String newName = table.successor().name();
        boolean keepsQualifier = alias.isEmpty() && tokens.mentions(newName);
        rename(i, table, scope, keepsQualifier ? " AS " + oldText : "");
        Optional<String> newQualifier = alias.isPresent() || keepsQualifier ? Optional.empty() : Optional.of(newName);
        TableReference reference = new TableReference(table, i, newQualifier);
        return new Relation(qualifier, newQualifier.orElse(qualifier), Shape.of(table), Optional.of(reference));
    }

    /** Puts the table's new name in place, with its schema when something else goes by that name here. */
    void rename(int i, LegacyTable table, Scope scope, String behind) {
        int last = tokens.chainEnd(i) - 1;
        String newName = table.successor().name();
        boolean taken = last == i && isHidden(List.of(newName), scope);
        String text = (taken ? Catalog.SCHEMA + "." : "") + NewName.like(tokens, last, newName) + behind;
        walk.rewrite.replace(tokens.at(last).start(), tokens.at(last).end(), text);
    }

    private String subquery(LegacyTable table, Scope scope) {
        String name = table.successor().name();
        String qualified = isHidden(List.of(name), scope) ? Catalog.SCHEMA + "." + name : name;
        return "(SELECT " + columns(table, "", true) + " FROM " + qualified + ")";
    }

    /** The columns that the table had in 1.0 as a select list. */
    static String columns(LegacyTable table, String qualifier, boolean underOldNames) {
        return table.columns().stream()
                .filter(column -> !column.isRemoved())
                .map(column -> column(column, qualifier, underOldNames))
                .collect(Collectors.joining(", "));
    }

    private static String column(LegacyColumn column, String qualifier, boolean underOldName) {
        String newName = qualifier + NewName.plain(column.successor().orElseThrow());
        return underOldName && column.isRenamed() ? newName + " AS " + NewName.plain(column.name()) : newName;
    }
}
