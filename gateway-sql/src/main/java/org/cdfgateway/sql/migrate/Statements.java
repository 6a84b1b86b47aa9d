package org.cdfgateway.sql.migrate;

import java.util.Optional;
import java.util.Set;

/** Rewrites one statement, whatever it begins with. */
final class Statements {
    private static final Set<String> EXPLAINED =
            Set.of("select", "with", "values", "table", "insert", "update", "delete", "merge", "create", "declare");
    private static final Set<String> NAMING_TABLES =
            Set.of("truncate", "lock", "analyze", "vacuum", "grant", "revoke", "comment", "alter", "drop", "create");
    private static final Set<String> BEFORE_TABLE_NAME =
            Set.of("truncate", "lock", "table", "view", "only", "on", "analyze", "verbose", "vacuum", "like", "exists");

    /** What is created is something new, whatever its name. */
    private static final Set<String> BEFORE_READ_TABLE_NAME = Set.of("on", "only", "like");

    private final Walk walk;
    private final StatementTokens tokens;

    Statements(Walk walk) {
        this.walk = walk;
        this.tokens = walk.tokens;
    }

    void rewrite() {
        statement(0);
    }

    private void statement(int i) {
        String word = tokens.word(i);
        Span rest = new Span(i, tokens.size());
        if (Words.STATEMENT.contains(word) || tokens.is(i, '(')) {
            walk.queries.query(rest, new Scope(), Output.NAMED);
            return;
        }
        switch (word) {
            case "copy" -> new Copies(walk).copy(i + 1, new Scope());
            case "explain" -> explained(i + 1);
            case "prepare" -> following(tokens.find(rest, "as"));
            case "declare" -> following(tokens.find(rest, "for"));
            case "create" -> created(rest);
            default -> {
                if (NAMING_TABLES.contains(word)) {
                    tableNames(rest);
                }
            }
        }
    }

    private void following(int i) {
        if (i + 1 < tokens.size()) {
            statement(i + 1);
        }
    }

    private void explained(int i) {
        int start = tokens.is(i, '(') && !Words.QUERY.contains(tokens.word(i + 1)) ? tokens.after(i) : i;
        while (start < tokens.size() && !tokens.is(start, '(') && !EXPLAINED.contains(tokens.word(start))) {
            start++;
        }
        following(start - 1);
    }

    /** {@code CREATE VIEW v (a, b) AS SELECT ...} gives its columns names itself. */
    private void created(Span span) {
        int as = tokens.find(span, "as");
        boolean isQuery = Words.STATEMENT.contains(tokens.word(as + 1)) || tokens.is(as + 1, '(');
        if (as >= span.to() || !isQuery) {
            tableNames(span);
            return;
        }
        boolean namesColumns = tokens.is(as - 1, ')') && tokens.find(new Span(span.from(), as), "with", "using") == as;
        int end = tokens.find(span.startingAt(as + 1), "with");
        boolean hasTail = end > as + 1;
        walk.queries.query(
                new Span(as + 1, hasTail ? end : span.to()),
                new Scope(),
                namesColumns ? Output.POSITIONAL : Output.NAMED);
    }

    /** Names that stand where such statements name tables, each perhaps with columns in parentheses. */
    private void tableNames(Span span) {
        Set<String> beforeName = tokens.isWord(span.from(), "create") ? BEFORE_READ_TABLE_NAME : BEFORE_TABLE_NAME;
        Scope scope = new Scope();
        for (int i = span.from(); i < span.to(); i++) {
            if (beforeName.contains(tokens.word(i))) {
                int name = i + 1;
                while (name < span.to() && tokens.name(name).isPresent()) {
                    name = tableName(name, scope);
                    if (!tokens.is(name, ',')) {
                        break;
                    }
                    name++;
                }
            }
        }
    }

    private int tableName(int i, Scope scope) {
        int end = tokens.chainEnd(i);
        Relation relation = walk.tableNames.relation(i, Optional.of(""), scope, false);
        if (relation.reference().isPresent() && tokens.is(end, '(')) {
            walk.expressions.targets(tokens.inside(end), relation);
        }
        return tokens.after(end - 1 + (tokens.is(end, '(') ? 1 : 0));
    }
}
