package org.cdfgateway.sql.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.domain.migration.LegacyTable;

/** Reads the tables, subqueries, functions and joins of FROM, and of USING where it means the same. */
final class FromClause {
    private static final Set<String> BEFORE_TABLE = Set.of("only", "lateral");

    /** Functions whose result has columns of known names. */
    private static final Map<String, List<String>> FUNCTIONS = Map.of(
            "json_each", List.of("key", "value"),
            "jsonb_each", List.of("key", "value"),
            "json_each_text", List.of("key", "value"),
            "jsonb_each_text", List.of("key", "value"),
            "json_array_elements", List.of("value"),
            "jsonb_array_elements", List.of("value"),
            "json_array_elements_text", List.of("value"),
            "jsonb_array_elements_text", List.of("value"));

    /** Functions whose result has one column, named as the function or its alias. */
    private static final Set<String> SCALAR_FUNCTIONS = Set.of(
            "generate_series",
            "unnest",
            "json_object_keys",
            "jsonb_object_keys",
            "regexp_split_to_table",
            "string_to_table");

    private final Walk walk;
    private final StatementTokens tokens;

    FromClause(Walk walk) {
        this.walk = walk;
        this.tokens = walk.tokens;
    }

    /** Adds what the clause names to the scope, in order. */
    void walk(Span span, Scope scope) {
        int i = span.from();
        boolean natural = false;
        while (i < span.to()) {
            if (tokens.is(i, ',')) {
                i = item(i + 1, span.to(), scope);
            } else if (Words.JOIN.contains(tokens.word(i)) && i > span.from()) {
                natural |= tokens.isWord(i, "natural");
                i++;
                if (tokens.isWord(i - 1, "join")) {
                    i = item(i, span.to(), scope);
                    naturalJoin(natural, scope);
                    natural = false;
                }
            } else if (tokens.isWord(i, "on")) {
                int end = endOfCondition(new Span(i + 1, span.to()));
                walk.expressions.walk(new Span(i + 1, end), scope);
                i = end;
            } else if (tokens.isWord(i, "using") && tokens.is(i + 1, '(')) {
                using(tokens.inside(i + 1), scope);
                i = tokens.after(i + 1);
            } else if (i == span.from()) {
                i = item(i, span.to(), scope);
            } else {
                i = tokens.after(i);
            }
        }
    }

    private int endOfCondition(Span span) {
        int i = span.from();
        while (i < span.to() && !tokens.is(i, ',') && !startsJoin(i)) {
            i = tokens.after(i);
        }
        return i;
    }

    /** {@code left(key, 3)} is a function, {@code left join} is a join. */
    private boolean startsJoin(int i) {
        return Words.JOIN.contains(tokens.word(i)) && !tokens.is(i + 1, '(') && !tokens.is(i - 1, '.');
    }

    /** Returns the number of the token after the item and its alias. */
    private int item(int start, int limit, Scope scope) {
        int i = start;
        boolean lateral = tokens.isWord(i, "lateral");
        while (i < limit && BEFORE_TABLE.contains(tokens.word(i))) {
            i++;
        }
        if (tokens.is(i, '(')) {
            return isQuery(i) ? subquery(i, limit, lateral, scope) : joined(i, limit, scope);
        }
        if (tokens.isWord(i, "rows") && tokens.isWord(i + 1, "from") && tokens.is(i + 2, '(')) {
            return function(i, i + 2, limit, scope);
        }
        if (tokens.name(i).isEmpty()) {
            scope.add(Relation.of("", Shape.UNKNOWN));
            return i < limit ? tokens.after(i) : limit;
        }
        int end = tokens.chainEnd(i);
        return tokens.is(end, '(') ? function(i, end, limit, scope) : table(i, end, limit, scope);
    }

    private boolean isQuery(int opening) {
        if (!tokens.is(opening + 1, '(')) {
            return Words.QUERY.contains(tokens.word(opening + 1));
        }
        int behind = tokens.after(opening + 1);
        boolean alone = behind >= tokens.closing(opening);
        return isQuery(opening + 1)
                && (alone || Words.SET_OPERATION.contains(tokens.word(behind)) || endsQuery(behind));
    }

    private boolean endsQuery(int i) {
        return Set.of("order", "limit", "offset", "fetch").contains(tokens.word(i));
    }

    private int table(int i, int end, int limit, Scope scope) {
        int behind = tokens.isStar(end) ? end + 1 : end;
        Alias alias = Alias.at(tokens, behind, limit);
        Relation relation = walk.tableNames.relation(i, alias.name(), scope, true);
        if (!alias.columns().isEmpty()) {
            relation.reference()
                    .filter(reference -> relation.needsColumnsWrittenOut())
                    .ifPresent(walk.rewrite::keepOldNames);
            scope.add(Relation.of(relation.qualifier(), alias.shape(relation.shape())));
        } else {
            scope.add(relation);
        }
        return alias.end();
    }

    private int subquery(int opening, int limit, boolean lateral, Scope scope) {
        Scope outer = scope.outer();
        Scope visible = lateral || outer == null ? scope : outer;
        Shape shape = walk.queries.query(tokens.inside(opening), visible, Output.NAMED);
        Alias alias = Alias.at(tokens, tokens.after(opening), limit);
        scope.add(Relation.of(alias.name().orElse(""), alias.shape(shape)));
        return alias.end();
    }

    private int joined(int opening, int limit, Scope scope) {
        int before = scope.relations().size();
        walk(tokens.inside(opening), scope);
        Alias alias = Alias.at(tokens, tokens.after(opening), limit);
        if (alias.name().isPresent()) {
            List<Relation> inner =
                    scope.relations().subList(before, scope.relations().size());
            Shape shape = Shape.union(inner.stream().map(Relation::shape).toList());
            inner.clear();
            scope.add(Relation.of(alias.name().get(), alias.shape(shape)));
        }
        return alias.end();
    }

    private int function(int name, int opening, int limit, Scope scope) {
        walk.expressions.walk(new Span(name, tokens.after(opening)), scope);
        int behind = tokens.after(opening);
        if (tokens.isWord(behind, "with") && tokens.isWord(behind + 1, "ordinality")) {
            behind += 2;
        }
        Alias alias = Alias.at(tokens, behind, limit);
        String function = tokens.name(opening - 1).orElse("");
        String qualifier = alias.name().orElse(function);
        Shape shape = Shape.UNKNOWN;
        if (FUNCTIONS.containsKey(function)) {
            shape = Shape.named(FUNCTIONS.getOrDefault(function, List.of()));
        } else if (SCALAR_FUNCTIONS.contains(function)) {
            shape = Shape.named(List.of(qualifier));
        }
        scope.add(Relation.of(qualifier, alias.shape(shape)));
        return alias.end();
    }

    /** Columns of two relations that are compared by name must go by one name still. */
    private void using(Span columns, Scope scope) {
        scope.mergesColumns();
        for (Span item : tokens.items(columns)) {
            tokens.name(item.from()).ifPresent(name -> using(item.from(), name, scope));
        }
    }

    private void using(int token, String name, Scope scope) {
        List<Relation> offering = scope.relations().stream()
                .filter(relation -> relation.shape().offers(name))
                .toList();
        List<Relation> changing = offering.stream()
                .filter(relation -> relation.shape().change(name).isPresent())
                .toList();
        List<String> newNames = new ArrayList<>();
        changing.forEach(relation -> relation.shape()
                .change(name)
                .ifPresent(change -> newNames.add(change.successor().orElse(""))));
        if (changing.size() >= 2
                && changing.size() == offering.size()
                && newNames.stream().distinct().count() == 1) {
            walk.expressions.target(token, changing.get(0));
        } else {
            changing.forEach(relation -> relation.reference().ifPresent(walk.rewrite::keepOldNames));
        }
    }

    private void naturalJoin(boolean natural, Scope scope) {
        if (!natural) {
            return;
        }
        scope.mergesColumns();
        for (Relation relation : scope.relations()) {
            relation.reference().ifPresent(reference -> {
                if (relation.needsColumnsWrittenOut()) {
                    walk.rewrite.keepOldNames(reference);
                } else {
                    added(reference);
                }
            });
        }
    }

    private void added(TableReference reference) {
        LegacyTable table = reference.table();
        if (!table.addedColumns().isEmpty()) {
            walk.remark(reference.token(), Remark.naturalJoin(table.name(), String.join(", ", table.addedColumns())));
        }
    }
}
