package org.cdfgateway.sql.migrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What names can mean at one place of a statement: its relations and common table expressions, then those further out. */
final class Scope {
    private final @Nullable Scope outer;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Relation> byQualifierOnly = new ArrayList<>();
    private final Map<String, Shape> commonTables = new HashMap<>();
    private boolean merges;

    Scope() {
        this.outer = null;
    }

    private Scope(Scope outer) {
        this.outer = outer;
    }

    Scope nested() {
        return new Scope(this);
    }

    /** Null at the outermost. */
    @Nullable
    Scope outer() {
        return outer;
    }

    void add(Relation relation) {
        relations.add(relation);
    }

    /** Adds what can only be reached by its qualifier: EXCLUDED, OLD and NEW. */
    void addByQualifierOnly(Relation relation) {
        byQualifierOnly.add(relation);
    }

    List<Relation> relations() {
        return relations;
    }

    /** Whether {@code *} shows some columns of two relations once, because of USING or NATURAL. */
    boolean merges() {
        return merges;
    }

    void mergesColumns() {
        merges = true;
    }

    void declare(String commonTable, Shape shape) {
        commonTables.put(commonTable, shape);
    }

    Optional<Shape> commonTable(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Shape shape = scope.commonTables.get(name);
            if (shape != null) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    Optional<Relation> qualified(String qualifier) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Optional<Relation> found = named(scope.relations, qualifier);
            if (found.isEmpty()) {
                found = named(scope.byQualifierOnly, qualifier);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Relation> named(List<Relation> relations, String qualifier) {
        return relations.stream()
                .filter(relation -> relation.qualifier().equals(qualifier))
                .findFirst();
    }

    /** The relations of the innermost level that has any with such a column. */
    List<Relation> offering(String column) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            List<Relation> found = scope.relations.stream()
                    .filter(relation -> relation.shape().offers(column))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** A relation further in than the one given whose columns are not known, so that a name may be its own. */
    Optional<Relation> unknownBefore(Relation known) {
        for (Scope scope = this; scope != null && !scope.relations.contains(known); scope = scope.outer) {
            for (Relation relation : scope.relations) {
                if (relation.shape().open()) {
                    return Optional.of(relation);
                }
            }
        }
        return Optional.empty();
    }

    /** A relation beside the one given whose columns are not known. */
    Optional<Relation> unknownBeside(Relation known) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.relations.contains(known)) {
                return scope.relations.stream()
                        .filter(relation -> relation.shape().open())
                        .findFirst();
            }
        }
        return Optional.empty();
    }
}
