package org.cdfgateway.sql.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.migration.LegacyTable;

/** Rewrites queries: WITH, set operations, SELECT, VALUES, TABLE. */
final class Queries {
    private final Walk walk;
    private final StatementTokens tokens;

    Queries(Walk walk) {
        this.walk = walk;
        this.tokens = walk.tokens;
    }

    /** Rewrites a query, or a change of rows with RETURNING, and returns what it offers to a query around it. */
    Shape query(Span span, Scope outer, Output output) {
        Scope scope = outer;
        Span body = span;
        if (tokens.isWord(span.from(), "with")) {
            scope = outer.nested();
            body = span.startingAt(commonTables(span, scope));
        }
        return Changes.COMMANDS.contains(tokens.word(body.from()))
                ? walk.changes.change(body, scope)
                : combined(body, scope, output);
    }

    /** Returns the number of the token after the common table expressions. */
    private int commonTables(Span span, Scope scope) {
        boolean recursive = tokens.isWord(span.from() + 1, "recursive");
        int i = span.from() + (recursive ? 2 : 1);
        while (i < span.to()) {
            String name = tokens.name(i).orElse("");
            int opening = i + 1;
            List<String> columns = List.of();
            if (tokens.is(opening, '(')) {
                columns = names(tokens.inside(opening));
                opening = tokens.after(opening);
            }
            while (opening < span.to() && !tokens.is(opening, '(')) {
                opening++;
            }
            if (opening >= span.to()) {
                return span.to();
            }
            commonTable(name, columns, opening, recursive, scope);
            i = tokens.after(opening);
            while (i < span.to() && !tokens.is(i, ',') && !startsStatement(i)) {
                i++;
            }
            if (!tokens.is(i, ',')) {
                return i;
            }
            i++;
        }
        return i;
    }

    private boolean startsStatement(int i) {
        return tokens.is(i, '(') || Words.STATEMENT.contains(tokens.word(i));
    }

    private void commonTable(String name, List<String> columns, int opening, boolean recursive, Scope scope) {
        Optional<Shape> declared = columns.isEmpty() ? Optional.empty() : Optional.of(Shape.named(columns));
        if (recursive) {
            scope.declare(name, declared.orElse(Shape.UNKNOWN));
        }
        Output output = declared.isPresent() ? Output.POSITIONAL : Output.NAMED;
        Shape shape = query(tokens.inside(opening), scope, output);
        scope.declare(name, declared.orElse(shape));
    }

    private List<String> names(Span span) {
        List<String> names = new ArrayList<>();
        tokens.items(span).forEach(item -> tokens.name(item.from()).ifPresent(names::add));
        return names;
    }

    /** One query, or several that are combined; the first gives the result its column names. */
    private Shape combined(Span span, Scope scope, Output output) {
        List<Span> terms = terms(span);
        Span last = terms.get(terms.size() - 1);
        if (terms.size() > 1 || !tokens.isWord(last.from(), "select")) {
            int tail = tokens.find(last, "order", "limit", "offset", "fetch", "for");
            terms.set(terms.size() - 1, new Span(last.from(), tail));
            // ORDER BY names columns of the result here, which keep their names.
            int bounds = tokens.find(new Span(tail, last.to()), "limit", "offset", "fetch");
            walk.expressions.walk(new Span(bounds, last.to()), scope.nested());
        }
        Shape result = term(terms.get(0), scope, output);
        for (Span term : terms.subList(1, terms.size())) {
            term(term, scope, output == Output.NAMED ? Output.POSITIONAL : output);
        }
        return result;
    }

    private List<Span> terms(Span span) {
        List<Span> terms = new ArrayList<>();
        int start = span.from();
        for (int i = span.from(); i < span.to(); i = tokens.after(i)) {
            if (Words.SET_OPERATION.contains(tokens.word(i)) && !tokens.is(i - 1, '.') && !tokens.isWord(i - 1, "as")) {
                terms.add(new Span(start, i));
                boolean quantified = tokens.isWord(i + 1, "all") || tokens.isWord(i + 1, "distinct");
                start = quantified ? i + 2 : i + 1;
            }
        }
        terms.add(new Span(start, span.to()));
        return terms;
    }

    private Shape term(Span span, Scope scope, Output output) {
        if (tokens.is(span.from(), '(')) {
            return query(tokens.inside(span.from()), scope, output);
        }
        return switch (tokens.word(span.from())) {
            case "select" -> select(span.startingAt(span.from() + 1), scope.nested(), output);
            case "table" -> table(span.from(), scope);
            default -> {
                walk.expressions.walk(span, scope);
                yield Shape.named(List.of());
            }
        };
    }

    private Shape select(Span span, Scope scope, Output output) {
        Clauses clauses = Clauses.of(tokens, span);
        clauses.clause("from").ifPresent(from -> walk.from.walk(from, scope));
        Span list = clauses.head();
        Optional<Span> distinctOn = Optional.empty();
        if (tokens.isWord(list.from(), "all") || tokens.isWord(list.from(), "distinct")) {
            list = list.startingAt(list.from() + 1);
            if (tokens.isWord(list.from(), "on") && tokens.is(list.from() + 1, '(')) {
                distinctOn = Optional.of(tokens.inside(list.from() + 1));
                list = list.startingAt(tokens.after(list.from() + 1));
            }
        }
        Shape shape = walk.selectList.walk(list, scope, output);
        distinctOn.ifPresent(keys -> sortKeys(keys, shape, scope));
        for (Clauses.Clause clause : clauses.clauses()) {
            switch (clause.word()) {
                case "from", "into" -> {}
                case "order" -> sortKeys(clause.span(), shape, scope);
                case "for" -> locked(clause.span(), scope);
                default -> walk.expressions.walk(clause.span(), scope);
            }
        }
        return shape;
    }

    /** A bare name means a column of the result if there is one of that name, else a column that is read. */
    private void sortKeys(Span span, Shape result, Scope scope) {
        for (Span item : tokens.items(span)) {
            int first = item.from();
            boolean isResult = tokens.chainEnd(first) == first + 1
                    && (first + 1 == item.to() || isOrdering(first + 1))
                    && tokens.name(first).filter(result.columns()::contains).isPresent();
            if (!isResult) {
                walk.expressions.walk(item, scope);
            }
        }
    }

    private boolean isOrdering(int i) {
        return switch (tokens.word(i)) {
            case "asc", "desc", "nulls", "using" -> true;
            default -> false;
        };
    }

    /** {@code FOR UPDATE OF a, b} */
    private void locked(Span span, Scope scope) {
        int of = tokens.find(span, "of");
        for (Span item : tokens.items(new Span(Math.min(of + 1, span.to()), span.to()))) {
            int i = item.from();
            tokens.name(i)
                    .flatMap(scope::qualified)
                    .flatMap(Relation::newQualifier)
                    .ifPresent(name -> walk.rename(i, name));
        }
    }

    /** {@code TABLE raw}, which is short for {@code SELECT * FROM raw}. */
    private Shape table(int i, Scope scope) {
        Optional<LegacyTable> legacy = walk.tableNames.legacy(i + 1, scope);
        if (legacy.isEmpty()
                || !legacy.get().hasRenamedColumns()
                || !legacy.get().isRenamed()) {
            return walk.tableNames
                    .relation(i + 1, Optional.empty(), scope, false)
                    .shape();
        }
        LegacyTable table = legacy.get();
        walk.tableNames.rename(i + 1, table, scope, "");
        String select = "SELECT " + TableNames.columns(table, "", true) + " FROM";
        walk.rewrite.replace(tokens.at(i).start(), tokens.at(i).end(), select);
        walk.remark(i, Remark.starWrittenOut(table.name()));
        return Shape.underOldNames(table);
    }
}
