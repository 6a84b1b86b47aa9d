package org.cdfgateway.sql.migrate;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.domain.migration.LegacyColumn;
import org.cdfgateway.domain.migration.LegacyTable;

/** Rewrites COPY and psql's {@code \copy}, which takes the same arguments. */
final class Copies {
    private static final Set<String> COLUMN_OPTIONS = Set.of("force_quote", "force_not_null", "force_null");

    private final Walk walk;
    private final StatementTokens tokens;

    Copies(Walk walk) {
        this.walk = walk;
        this.tokens = walk.tokens;
    }

    /** @param first the number of the token after COPY */
    void copy(int first, Scope scope) {
        int name = tokens.isWord(first, "binary") ? first + 1 : first;
        if (tokens.is(name, '(')) {
            walk.queries.query(tokens.inside(name), scope, Output.NAMED);
            return;
        }
        Optional<LegacyTable> legacy = walk.tableNames.legacy(name, scope);
        if (legacy.isEmpty()) {
            return;
        }
        int end = tokens.chainEnd(name);
        boolean hasList = tokens.is(end, '(');
        int direction = hasList ? tokens.after(end) : end;
        boolean hasHeader = word(direction, "header") < tokens.size();
        if (tokens.isWord(direction, "to") && hasHeader && changesNames(legacy.get(), end, hasList)) {
            asQuery(name, end, hasList, legacy.get(), scope);
        } else {
            table(name, end, hasList, scope);
        }
        options(direction, legacy.get());
    }

    /** The first such word from there on, in parentheses or not. */
    private int word(int from, String word) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.isWord(i, word)) {
                return i;
            }
        }
        return tokens.size();
    }

    private boolean changesNames(LegacyTable table, int end, boolean hasList) {
        if (!hasList) {
            return table.isRenamed() && table.hasRenamedColumns();
        }
        return tokens.items(tokens.inside(end)).stream()
                .anyMatch(item ->
                        column(table, item).filter(LegacyColumn::isRenamed).isPresent());
    }

    private Optional<LegacyColumn> column(LegacyTable table, Span item) {
        return tokens.name(item.from()).flatMap(Shape.of(table)::change);
    }

    /** The column names go into the header, so they are to stay. */
    private void asQuery(int name, int end, boolean hasList, LegacyTable table, Scope scope) {
        String columns = hasList
                ? tokens.items(tokens.inside(end)).stream()
                        .map(item -> selected(table, item))
                        .collect(Collectors.joining(", "))
                : TableNames.columns(table, "", true);
        walk.tableNames.rename(name, table, scope, ")");
        walk.rewrite.insert(tokens.at(name).start(), "(SELECT " + columns + " FROM ");
        if (hasList) {
            walk.rewrite.replace(
                    tokens.at(end - 1).end(), tokens.at(tokens.closing(end)).end(), "");
        }
    }

    private String selected(LegacyTable table, Span item) {
        String old = tokens.at(item.from()).text();
        return column(table, item)
                .flatMap(LegacyColumn::successor)
                .map(newName -> NewName.like(tokens, item.from(), newName) + " AS " + old)
                .orElse(old);
    }

    private void table(int name, int end, boolean hasList, Scope scope) {
        Relation relation = walk.tableNames.relation(name, Optional.empty(), scope, false);
        if (hasList) {
            walk.expressions.targets(tokens.inside(end), relation);
        } else {
            walk.changes.byPosition(relation, name, tokens.at(end - 1).end());
        }
    }

    private void options(int direction, LegacyTable table) {
        int header = word(direction, "header");
        if (tokens.isWord(header + 1, "match") && table.hasRenamedColumns()) {
            walk.remark(header, Remark.headerMatch(table.name()));
        }
        Relation relation = Relation.of(table.name(), Shape.of(table));
        for (int i = direction; i < tokens.size(); i++) {
            if (COLUMN_OPTIONS.contains(tokens.word(i)) && tokens.is(i + 1, '(')) {
                walk.expressions.targets(tokens.inside(i + 1), relation);
            }
        }
    }
}
