package org.cdfgateway.sql.migrate;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.migration.LegacyColumn;

/** Renames what refers to a column, or to a whole row, of a 1.0 table. */
final class References {
    private final Walk walk;
    private final StatementTokens tokens;

    References(Walk walk) {
        this.walk = walk;
        this.tokens = walk.tokens;
    }

    /** Looks at the name in an expression that begins with token {@code i}. */
    void resolve(int i, Scope scope) {
        List<String> parts = walk.tableNames.parts(i);
        int end = tokens.chainEnd(i);
        if (end == i + 1) {
            column(i, parts.get(0), scope);
        } else {
            qualified(i, end, parts, scope);
        }
    }

    /** The change of the column that the name means, if it is one of a 1.0 table. */
    Optional<LegacyColumn> changeOf(int i, Scope scope) {
        List<String> parts = walk.tableNames.parts(i);
        if (parts.size() == 1) {
            List<Relation> offering = scope.offering(parts.get(0));
            return offering.isEmpty()
                            || unsure(parts.get(0), offering.get(0), scope).isPresent()
                    ? Optional.empty()
                    : offering.get(0).shape().change(parts.get(0));
        }
        if (tokens.chainEnd(i) - i != 2 * parts.size() - 1) {
            return Optional.empty();
        }
        return owner(parts.subList(0, parts.size() - 1), scope)
                .flatMap(relation -> relation.shape().change(parts.get(parts.size() - 1)));
    }

    private void column(int i, String name, Scope scope) {
        List<Relation> offering = scope.offering(name);
        if (offering.isEmpty()) {
            scope.qualified(name).ifPresent(relation -> wholeRow(i, relation));
            return;
        }
        Relation relation = offering.get(0);
        Optional<LegacyColumn> change = relation.shape().change(name);
        if (change.isEmpty()) {
            ownColumnAmongAdded(i, name, offering);
            return;
        }
        Optional<Relation> other = unsure(name, relation, scope);
        if (other.isPresent()) {
            String unknown = other.get().qualifier().isEmpty()
                    ? "something unknown"
                    : other.get().qualifier();
            change.get()
                    .successor()
                    .ifPresent(newName -> walk.remark(i, Remark.unsure(name, relation.qualifier(), newName, unknown)));
            return;
        }
        apply(i, relation, change.get());
    }

    /** A relation that the column may belong to instead. */
    private static Optional<Relation> unsure(String name, Relation relation, Scope scope) {
        boolean ofVersionOne = relation.reference()
                .filter(reference -> reference.table().isRenamed())
                .isPresent();
        Optional<Relation> inner = scope.unknownBefore(relation);
        return inner.isPresent() || ofVersionOne || !relation.shape().changed().containsKey(name)
                ? inner
                : scope.unknownBeside(relation);
    }

    /** 1.0 knew the column in one of the tables only, so that it needed no qualifier. */
    private void ownColumnAmongAdded(int i, String name, List<Relation> offering) {
        List<Relation> before = offering.stream()
                .filter(relation -> !relation.shape().added().contains(name))
                .toList();
        if (offering.size() > 1
                && before.size() == 1
                && !before.get(0).written().isEmpty()) {
            walk.rewrite.insert(tokens.at(i).start(), before.get(0).written() + ".");
        }
    }

    private void qualified(int i, int end, List<String> parts, Scope scope) {
        boolean isStar = tokens.isStar(end - 1);
        List<String> qualifier = isStar ? parts : parts.subList(0, parts.size() - 1);
        Optional<Relation> owner = owner(qualifier, scope);
        if (owner.isEmpty()) {
            return;
        }
        Relation relation = owner.get();
        int qualifierToken = i + 2 * (qualifier.size() - 1);
        if (isStar) {
            wholeRow(qualifierToken, relation);
            return;
        }
        relation.newQualifier().ifPresent(name -> walk.rename(qualifierToken, name));
        relation.shape().change(parts.get(parts.size() - 1)).ifPresent(change -> apply(end - 1, relation, change));
    }

    /** The relation that {@code a} or {@code public.a} stands for as a qualifier. */
    private static Optional<Relation> owner(List<String> qualifier, Scope scope) {
        if (qualifier.size() == 1) {
            return scope.qualified(qualifier.get(0));
        }
        return qualifier.size() == 2 && qualifier.get(0).equals(Catalog.SCHEMA)
                ? scope.qualified(qualifier.get(1))
                        .filter(relation -> relation.newQualifier().isPresent())
                : Optional.empty();
    }

    /** Gives a column its new name, or tells that it has none. */
    void apply(int token, Relation relation, LegacyColumn change) {
        change.successor()
                .ifPresentOrElse(
                        name -> walk.rename(token, name),
                        () -> walk.remark(token, Remark.removed(relation.qualifier(), change.name())));
    }

    private void wholeRow(int token, Relation relation) {
        if (relation.needsColumnsWrittenOut()) {
            relation.reference().ifPresent(walk.rewrite::keepOldNames);
        }
        relation.newQualifier().ifPresent(name -> walk.rename(token, name));
    }
}
