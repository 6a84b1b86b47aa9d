package org.cdfgateway.sql.migrate;

import java.util.Optional;
import java.util.Set;

/** Rewrites INSERT, UPDATE and DELETE; MERGE goes to {@link Merge}. */
final class Changes {
    static final Set<String> COMMANDS = Set.of("insert", "update", "delete", "merge");

    private final Walk walk;
    private final StatementTokens tokens;
    private final Merge merge;

    Changes(Walk walk) {
        this.walk = walk;
        this.tokens = walk.tokens;
        this.merge = new Merge(walk, this);
    }

    /** Returns what RETURNING offers. */
    Shape change(Span span, Scope outer) {
        Scope scope = outer.nested();
        return switch (tokens.word(span.from())) {
            case "insert" -> insert(span, scope);
            case "update" -> update(span, scope);
            case "delete" -> delete(span, scope);
            default -> merge.merge(span, scope);
        };
    }

    /** A table that is written to, with its alias. */
    record Target(Relation relation, int name, int end) {}

    /** @param i the number of the token after the command's words */
    Target target(int i, int limit, Scope scope) {
        int name = tokens.isWord(i, "only") ? i + 1 : i;
        int behind = tokens.chainEnd(name);
        Alias alias = Alias.at(tokens, tokens.isStar(behind) ? behind + 1 : behind, limit);
        Relation relation = walk.tableNames.relation(name, alias.name(), scope, false);
        scope.add(relation);
        for (String version : Set.of("old", "new")) {
            scope.addByQualifierOnly(new Relation(version, version, relation.shape(), Optional.empty()));
        }
        return new Target(relation, name, alias.end());
    }

    private Shape insert(Span span, Scope scope) {
        int name = span.from() + 2;
        int behind = tokens.chainEnd(name);
        boolean hasAlias = tokens.isWord(behind, "as");
        Optional<String> alias = hasAlias ? tokens.name(behind + 1) : Optional.empty();
        Relation relation = walk.tableNames.relation(name, alias, scope, false);
        int i = hasAlias ? behind + 2 : behind;
        int end = endOfRows(span.startingAt(i));
        if (tokens.is(i, '(') && !Words.QUERY.contains(tokens.word(i + 1)) && !tokens.is(i + 1, '(')) {
            walk.expressions.targets(tokens.inside(i), relation);
            i = tokens.after(i);
        } else if (!tokens.isWord(i, "default")) {
            byPosition(relation, name, tokens.at(i - 1).end());
        }
        if (tokens.isWord(i, "overriding")) {
            i += 3;
        }
        Span rows = new Span(i, end);
        if (!tokens.isWord(i, "default")) {
            walk.queries.query(rows, scope.nested(), Output.POSITIONAL);
        }
        scope.add(relation);
        for (String version : Set.of("excluded", "old", "new")) {
            scope.addByQualifierOnly(new Relation(version, version, relation.shape(), Optional.empty()));
        }
        Clauses clauses = Clauses.of(tokens, span.startingAt(end));
        conflict(new Span(end, clauses.clause("returning").map(Span::from).orElse(span.to())), relation, scope);
        return returning(clauses, scope);
    }

    /** The number of {@code ON CONFLICT} or RETURNING behind the rows. */
    private int endOfRows(Span span) {
        for (int i = span.from(); i < span.to(); i = tokens.after(i)) {
            if (tokens.isWord(i, "returning") || (tokens.isWord(i, "on") && tokens.isWord(i + 1, "conflict"))) {
                return i;
            }
        }
        return span.to();
    }

    private void conflict(Span span, Relation target, Scope scope) {
        int set = tokens.find(span, "set");
        walk.expressions.walk(new Span(span.from(), set), scope);
        if (set < span.to()) {
            int where = tokens.find(new Span(set, span.to()), "where", "returning");
            assignments(new Span(set + 1, where), target, scope);
            walk.expressions.walk(new Span(where, span.to()), scope);
        }
    }

    private Shape update(Span span, Scope scope) {
        Target target = target(span.from() + 1, span.to(), scope);
        int set = tokens.find(span.startingAt(target.end()), "set");
        Clauses clauses = Clauses.of(tokens, span.startingAt(Math.min(set + 1, span.to())));
        clauses.clause("from").ifPresent(from -> walk.from.walk(from, scope));
        assignments(clauses.head(), target.relation(), scope);
        clauses.clause("where").ifPresent(where -> walk.expressions.walk(where, scope));
        return returning(clauses, scope);
    }

    private Shape delete(Span span, Scope scope) {
        Target target = target(span.from() + 2, span.to(), scope);
        Clauses clauses = Clauses.of(tokens, span.startingAt(target.end()));
        if (tokens.isWord(target.end(), "using")) {
            walk.from.walk(new Span(target.end() + 1, clauses.head().to()), scope);
        }
        clauses.clause("where").ifPresent(where -> walk.expressions.walk(where, scope));
        return returning(clauses, scope);
    }

    private Shape returning(Clauses clauses, Scope scope) {
        return clauses.clause("returning")
                .map(list -> walk.selectList.walk(withoutRowNames(list), scope, Output.NAMED))
                .orElse(Shape.named(Set.of()));
    }

    /** {@code RETURNING WITH (OLD AS o) ...} */
    private Span withoutRowNames(Span list) {
        return tokens.isWord(list.from(), "with") ? list.startingAt(tokens.after(list.from() + 1)) : list;
    }

    /** {@code a = 1, (b, c) = (2, 3)} */
    void assignments(Span span, Relation target, Scope scope) {
        for (Span item : tokens.items(span)) {
            int i = item.from();
            if (tokens.is(i, '(')) {
                walk.expressions.targets(tokens.inside(i), target);
                walk.expressions.walk(item.startingAt(tokens.after(i)), scope);
            } else {
                walk.expressions.target(i, target);
                walk.expressions.walk(item.startingAt(Math.min(tokens.chainEnd(i), item.to())), scope);
            }
        }
    }

    /**
     * Values without a column list go by the order of the columns.
     *
     * @param position where the list may be put
     */
    void byPosition(Relation target, int name, int position) {
        target.reference().map(TableReference::table).ifPresent(table -> {
            Optional<String> removed = table.columns().stream()
                    .filter(column -> column.isRemoved())
                    .map(column -> column.name())
                    .findFirst();
            if (removed.isPresent()) {
                walk.remark(name, Remark.unknownPosition(table.name(), removed.get()));
            } else if (table.isRenamed() || !table.addedColumns().isEmpty()) {
                walk.remark(name, Remark.orderOfColumns(table.name()));
            }
            if (target.needsColumnsWrittenOut()) {
                walk.rewrite.insert(position, " (" + TableNames.columns(table, "", false) + ")");
            }
        });
    }
}
