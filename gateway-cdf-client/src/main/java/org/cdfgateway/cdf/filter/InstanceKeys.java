package org.cdfgateway.cdf.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cdfgateway.cdf.api.InstanceReference;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;

/** Finds the instances that a predicate names by space and external id. */
public final class InstanceKeys {
    /** Characters (reference/cdf-api-data.md section 11.1). */
    private static final int MAX_EXTERNAL_ID = 256;

    /** Of more, a listing finds the rows with less effort. */
    private static final int MAX_KEYS = 20_000;

    private final Column space;
    private final Column externalId;

    public InstanceKeys(Column space, Column externalId) {
        this.space = space;
        this.externalId = externalId;
    }

    /** The instances it may hold for; empty when it may hold for others, or names too many. */
    public Optional<Set<InstanceReference>> of(Predicate predicate) {
        if (predicate instanceof Predicate.Or or) {
            return union(or.operands());
        }
        Optional<Set<InstanceReference>> product = product(predicate);
        return Stream.concat(
                        product.stream(),
                        predicate instanceof Predicate.And and
                                ? and.operands().stream().flatMap(operand -> of(operand).stream())
                                : Stream.empty())
                .min((left, right) -> Integer.compare(left.size(), right.size()));
    }

    private Optional<Set<InstanceReference>> union(List<Predicate> operands) {
        Set<InstanceReference> union = new LinkedHashSet<>();
        for (Predicate operand : operands) {
            Optional<Set<InstanceReference>> keys = of(operand);
            if (keys.isEmpty() || union.size() + keys.get().size() > MAX_KEYS) {
                return Optional.empty();
            }
            union.addAll(keys.get());
        }
        return Optional.of(union);
    }

    private Optional<Set<InstanceReference>> product(Predicate predicate) {
        Optional<Set<Object>> spaces = AllowedValues.of(predicate, space);
        Optional<Set<Object>> externalIds = AllowedValues.of(predicate, externalId);
        if (spaces.isEmpty()
                || externalIds.isEmpty()
                || (long) spaces.get().size() * externalIds.get().size() > MAX_KEYS) {
            return Optional.empty();
        }
        Set<InstanceReference> product = new LinkedHashSet<>();
        for (Object spaceName : spaces.get()) {
            for (Object id : externalIds.get()) {
                if (isPossible((String) spaceName, (String) id)) {
                    product.add(new InstanceReference((String) spaceName, (String) id));
                }
            }
        }
        return Optional.of(product);
    }

    private static boolean isPossible(String spaceName, String id) {
        return CdfLimits.isSpace(spaceName) && !id.isEmpty() && CdfLimits.characters(id) <= MAX_EXTERNAL_ID;
    }
}
