package org.cdfgateway.sql.migrate;

import java.util.Optional;
import java.util.Set;
import org.cdfgateway.sql.lex.TokenKind;

/** Walks over expressions: whatever stands between clauses, subqueries included. */
final class Expressions {
    private static final Set<String> WITH_COLUMN_DEFINITIONS = Set.of("json_table", "xmltable");
    private static final Set<String> BEFORE_NAME_OF_ANOTHER_KIND = Set.of("collate", "over");

    private final Walk walk;
    private final StatementTokens tokens;

    Expressions(Walk walk) {
        this.walk = walk;
        this.tokens = walk.tokens;
    }

    void walk(Span span, Scope scope) {
        int i = span.from();
        while (i < span.to()) {
            i = Math.max(i + 1, step(i, span.to(), scope));
        }
    }

    /** Returns the number of the next token to look at. */
    private int step(int i, int limit, Scope scope) {
        if (tokens.is(i, '(') && Words.QUERY.contains(tokens.word(i + 1))) {
            walk.queries.query(tokens.inside(i), scope, output(i));
            return tokens.after(i);
        }
        if (tokens.at(i).kind() == TokenKind.TYPE_CAST || tokens.isWord(i, "as")) {
            return TypeNames.end(tokens, i + 1, limit);
        }
        if (tokens.name(i).isEmpty()) {
            return i + 1;
        }
        int end = Math.min(tokens.chainEnd(i), limit);
        if (WITH_COLUMN_DEFINITIONS.contains(tokens.word(i)) && tokens.is(end, '(')) {
            return columnDefinitions(end, scope);
        }
        if (!isOtherThanColumn(i, end)) {
            walk.references.resolve(i, scope);
        }
        return end;
    }

    /** What a query in parentheses that open at {@code i} is there for. */
    private Output output(int i) {
        String before = tokens.word(i - 1);
        return before.equals("exists") ? Output.IGNORED : Output.POSITIONAL;
    }

    private boolean isOtherThanColumn(int i, int end) {
        return tokens.is(i - 1, '.')
                || tokens.is(end, '(')
                || tokens.at(end).isString()
                || tokens.at(end).isOperator("=>")
                || BEFORE_NAME_OF_ANOTHER_KIND.contains(tokens.word(i - 1));
    }

    /** {@code JSON_TABLE(expression, path COLUMNS (...))}: from COLUMNS on all names are new. */
    private int columnDefinitions(int opening, Scope scope) {
        Span inside = tokens.inside(opening);
        walk(new Span(inside.from(), tokens.find(inside, "columns")), scope);
        return tokens.after(opening);
    }

    /** Columns of one relation by their bare names, separated by commas: the target columns of a write. */
    void targets(Span span, Relation target) {
        for (Span item : tokens.items(span)) {
            target(item.from(), target);
        }
    }

    void target(int i, Relation target) {
        Optional<String> name = tokens.name(i);
        name.flatMap(target.shape()::change).ifPresent(change -> walk.references.apply(i, target, change));
    }
}
