package org.cdfgateway.cdf.filter;

import java.util.List;
import java.util.stream.Stream;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;

/** Finds the parts of a condition that CDF is not told, so that only the gateway checks them. */
public final class Unasked {

    private Unasked() {}

    /** Whether a request says what a part of a condition does. */
    @FunctionalInterface
    public interface Asked {
        boolean says(Predicate conjunct);

        default Asked or(Asked other) {
            return conjunct -> says(conjunct) || other.says(conjunct);
        }
    }

    /** The parts that must all hold and that no request says. */
    public static List<Predicate> of(Predicate condition, Asked asked) {
        return conjuncts(condition).filter(conjunct -> !asked.says(conjunct)).toList();
    }

    /** Parts that name these keys and others that are asked for anyway. */
    public static Asked keys(Keys keys) {
        return conjunct -> Keys.of(conjunct)
                .filter(named -> named.ids().containsAll(keys.ids())
                        && named.externalIds().containsAll(keys.externalIds()))
                .isPresent();
    }

    /** Parts that name single values of the column. */
    public static Asked values(Column column) {
        return conjunct -> AllowedValues.of(conjunct, column).isPresent();
    }

    /** Parts that bound the column. */
    public static Asked range(Column column) {
        return conjunct -> !LongRange.of(conjunct, column).equals(LongRange.ALL);
    }

    static Stream<Predicate> conjuncts(Predicate predicate) {
        return predicate instanceof Predicate.And and
                ? and.operands().stream().flatMap(Unasked::conjuncts)
                : Stream.of(predicate);
    }
}
