package org.cdfgateway.cdf.filter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;

/**
 * The items that a predicate names by key. It holds for no other item; an item may be named by both of its keys.
 *
 * @param ids within CDF's range
 * @param externalIds neither empty nor too long
 */
public record Keys(Set<Long> ids, Set<String> externalIds) {
    private static final String ID = "id";
    private static final String EXTERNAL_ID = "externalId";

    private static final Keys NONE = new Keys(Set.of(), Set.of());

    /** Empty when the predicate may hold for items that it does not name. */
    public static Optional<Keys> of(Predicate predicate) {
        if (predicate instanceof Predicate.And and) {
            return and.operands().stream().map(Keys::of).reduce(Optional.empty(), Keys::both);
        }
        if (predicate instanceof Predicate.Or or) {
            return union(or.operands());
        }
        if (predicate instanceof Predicate.Comparison comparison && comparison.operator() == ComparisonOperator.EQUAL) {
            return named(comparison.column(), List.of(comparison.constant()));
        }
        if (predicate instanceof Predicate.In in) {
            return named(in.column(), in.constants());
        }
        return Optional.empty();
    }

    private static Optional<Keys> named(Column column, List<Object> constants) {
        if (column.cdfField().equals(ID)) {
            Set<Long> ids = new LinkedHashSet<>();
            constants.stream().map(Long.class::cast).filter(CdfLimits::isId).forEach(ids::add);
            return Optional.of(new Keys(ids, Set.of()));
        }
        if (column.cdfField().equals(EXTERNAL_ID) && !constants.contains("")) {
            Set<String> externalIds = new LinkedHashSet<>();
            constants.stream()
                    .map(String.class::cast)
                    .filter(text -> CdfLimits.characters(text) <= CdfLimits.MAX_EXTERNAL_ID)
                    .forEach(externalIds::add);
            return Optional.of(new Keys(Set.of(), externalIds));
        }
        return Optional.empty();
    }

    private static Optional<Keys> union(List<Predicate> operands) {
        Set<Long> ids = new LinkedHashSet<>();
        Set<String> externalIds = new LinkedHashSet<>();
        for (Predicate operand : operands) {
            Optional<Keys> keys = of(operand);
            if (keys.isEmpty()) {
                return Optional.empty();
            }
            ids.addAll(keys.get().ids);
            externalIds.addAll(keys.get().externalIds);
        }
        return Optional.of(new Keys(ids, externalIds));
    }

    /** Items named by both: the intersection where keys of one kind tell, else the smaller side alone. */
    private static Optional<Keys> both(Optional<Keys> left, Optional<Keys> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        return Optional.of(left.get().narrowedBy(right.get()));
    }

    private Keys narrowedBy(Keys other) {
        if (isEmpty() || other.isEmpty()) {
            return NONE;
        }
        if (externalIds.isEmpty() && other.externalIds.isEmpty()) {
            Set<Long> shared = new LinkedHashSet<>(ids);
            shared.retainAll(other.ids);
            return new Keys(shared, Set.of());
        }
        if (ids.isEmpty() && other.ids.isEmpty()) {
            Set<String> shared = new LinkedHashSet<>(externalIds);
            shared.retainAll(other.externalIds);
            return new Keys(Set.of(), shared);
        }
        return other.size() < size() ? other : this;
    }

    public boolean isEmpty() {
        return ids.isEmpty() && externalIds.isEmpty();
    }

    /** Whether the same item may be named twice. */
    public boolean isMixed() {
        return !ids.isEmpty() && !externalIds.isEmpty();
    }

    public int size() {
        return ids.size() + externalIds.size();
    }

    /** References in groups of at most {@code max}, each of one kind: CDF refuses an item that is named twice. */
    public List<List<Reference>> groups(int max) {
        List<List<Reference>> groups = new ArrayList<>();
        addGroups(ids.stream().map(Reference::byId).toList(), max, groups);
        addGroups(externalIds.stream().map(Reference::byExternalId).toList(), max, groups);
        return groups;
    }

    private static void addGroups(List<Reference> references, int max, List<List<Reference>> groups) {
        for (int from = 0; from < references.size(); from += max) {
            groups.add(references.subList(from, Math.min(references.size(), from + max)));
        }
    }
}
