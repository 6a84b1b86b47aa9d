package org.cdfgateway.sql.migrate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.domain.migration.LegacyColumn;
import org.cdfgateway.domain.migration.LegacyTable;

/** Rewrites select lists and RETURNING lists so that the columns they return keep their names. */
final class SelectList {
    private final Walk walk;
    private final StatementTokens tokens;
    private final OutputNames names;

    SelectList(Walk walk) {
        this.walk = walk;
        this.tokens = walk.tokens;
        this.names = new OutputNames(walk.tokens);
    }

    /** Returns what the list offers to a query around it. */
    Shape walk(Span span, Scope scope, Output output) {
        Set<String> columns = new LinkedHashSet<>();
        List<Shape> stars = new ArrayList<>();
        for (Span item : tokens.items(span)) {
            Optional<List<Relation>> star = star(item, scope);
            if (star.isPresent()) {
                stars.add(star(item, star.get(), scope, output));
            } else if (!item.isEmpty()) {
                item(item, scope, output).ifPresent(columns::add);
            }
        }
        stars.add(Shape.named(columns));
        return Shape.union(stars);
    }

    /** Returns the name of the column, empty when it has none that anyone could refer to. */
    private Optional<String> item(Span item, Scope scope, Output output) {
        if (output == Output.NAMED && names.isScalarSubquery(item)) {
            walk.queries.query(tokens.inside(item.from()), scope, Output.NAMED);
            walk.expressions.walk(new Span(tokens.after(item.from()), item.to()), scope);
            return Optional.empty();
        }
        Optional<Integer> alias = names.alias(item);
        Optional<Integer> reference = names.columnThatNames(item);
        if (alias.isPresent()) {
            int behind = tokens.isWord(alias.get() - 1, "as") ? alias.get() - 1 : alias.get();
            walk.expressions.walk(new Span(item.from(), behind), scope);
            return tokens.name(alias.get());
        }
        walk.expressions.walk(item, scope);
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        int last = tokens.chainEnd(reference.get()) - 1;
        if (changesName(reference.get(), scope)) {
            if (output != Output.NAMED) {
                return Optional.empty();
            }
            walk.rewrite.insert(
                    tokens.at(item.to() - 1).end(), " AS " + tokens.at(last).text());
        }
        return tokens.name(last);
    }

    private boolean changesName(int reference, Scope scope) {
        boolean column = walk.references
                .changeOf(reference, scope)
                .filter(LegacyColumn::isRenamed)
                .isPresent();
        boolean wholeRow = tokens.chainEnd(reference) == reference + 1
                && tokens.name(reference)
                        .filter(name -> scope.offering(name).isEmpty())
                        .flatMap(scope::qualified)
                        .flatMap(Relation::newQualifier)
                        .isPresent();
        return column || wholeRow;
    }

    /** The relations whose columns the item stands for, when it is {@code *} or {@code a.*}. */
    private Optional<List<Relation>> star(Span item, Scope scope) {
        int last = item.to() - 1;
        if (item.isEmpty() || !tokens.isStar(last)) {
            return Optional.empty();
        }
        if (last == item.from()) {
            return Optional.of(scope.relations());
        }
        boolean qualified = tokens.is(last - 1, '.') && tokens.chainEnd(item.from()) == item.to();
        return qualified ? tokens.name(last - 2).flatMap(scope::qualified).map(List::of) : Optional.empty();
    }

    private Shape star(Span item, List<Relation> relations, Scope scope, Output output) {
        boolean qualified = item.to() - item.from() > 1;
        boolean written = output != Output.IGNORED && relations.stream().anyMatch(Relation::needsColumnsWrittenOut);
        if (!written) {
            if (qualified) {
                relations.get(0).newQualifier().ifPresent(name -> walk.rename(item.to() - 3, name));
            }
            if (output != Output.IGNORED) {
                relations.forEach(relation -> remark(item, relation));
            }
            return Shape.union(relations.stream().map(Relation::shape).toList());
        }
        boolean mustStay = scope.merges() || (!qualified && relations.stream().anyMatch(SelectList::hasNoQualifier));
        if (mustStay) {
            relations.stream()
                    .filter(Relation::needsColumnsWrittenOut)
                    .flatMap(relation -> relation.reference().stream())
                    .forEach(walk.rewrite::keepOldNames);
            return Shape.union(relations.stream().map(Relation::shape).toList());
        }
        boolean qualifies = qualified || relations.size() > 1;
        String columns =
                relations.stream().map(relation -> columns(relation, qualifies)).collect(Collectors.joining(", "));
        walk.rewrite.replace(
                tokens.at(item.from()).start(), tokens.at(item.to() - 1).end(), columns);
        relations.forEach(relation -> remark(item, relation));
        return Shape.union(relations.stream()
                .map(relation -> relation.needsColumnsWrittenOut()
                        ? relation.reference()
                                .map(reference -> Shape.underOldNames(reference.table()))
                                .orElse(relation.shape())
                        : relation.shape())
                .toList());
    }

    private static boolean hasNoQualifier(Relation relation) {
        return relation.written().isEmpty();
    }

    private static String columns(Relation relation, boolean qualifies) {
        String qualifier = qualifies ? NewName.plain(relation.written()) + "." : "";
        return relation.reference()
                .filter(reference -> relation.needsColumnsWrittenOut())
                .map(reference -> TableNames.columns(reference.table(), qualifier, true))
                .orElse(qualifier + "*");
    }

    private void remark(Span item, Relation relation) {
        relation.reference().map(TableReference::table).ifPresent(table -> remark(item, relation, table));
    }

    private void remark(Span item, Relation relation, LegacyTable table) {
        if (relation.needsColumnsWrittenOut()) {
            walk.remark(item.from(), Remark.starWrittenOut(table.name()));
        } else if (table.hasRemovedColumns()) {
            table.columns().stream()
                    .filter(LegacyColumn::isRemoved)
                    .forEach(column -> walk.remark(item.from(), Remark.starShrinks(table.name(), column.name())));
        } else if (!table.addedColumns().isEmpty()) {
            walk.remark(item.from(), Remark.starGrows(table.name(), String.join(", ", table.addedColumns())));
        }
    }
}
