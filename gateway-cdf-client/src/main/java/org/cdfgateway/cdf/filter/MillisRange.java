package org.cdfgateway.cdf.filter;

import java.util.List;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;

/**
 * The milliseconds that a condition on a column of microseconds leaves open. CDF keeps whole milliseconds, so bounds
 * between two of them move to the next one inside: {@code t > 1.5 ms} is {@code t >= 2 ms}.
 *
 * @param min inclusive; {@link Long#MIN_VALUE} for no bound
 * @param max inclusive; {@link Long#MAX_VALUE} for no bound; below {@code min} when no time is left
 */
public record MillisRange(long min, long max) {

    public static final MillisRange ALL = new MillisRange(Long.MIN_VALUE, Long.MAX_VALUE);
    public static final MillisRange NONE = new MillisRange(Long.MAX_VALUE, Long.MIN_VALUE);

    private static final long MICROS_PER_MILLI = 1_000;

    /** The smallest range that holds every time for which the predicate may hold. */
    public static MillisRange of(Predicate predicate, Column column) {
        if (predicate instanceof Predicate.And and) {
            return and.operands().stream().map(operand -> of(operand, column)).reduce(ALL, MillisRange::intersect);
        }
        if (predicate instanceof Predicate.Or or) {
            return or.operands().stream().map(operand -> of(operand, column)).reduce(NONE, MillisRange::hull);
        }
        if (predicate instanceof Predicate.Comparison comparison
                && comparison.column().equals(column)) {
            return of(comparison.operator(), (Long) comparison.constant());
        }
        if (predicate instanceof Predicate.In in && in.column().equals(column)) {
            return of(in.constants());
        }
        if (predicate instanceof Predicate.IsNull isNull && isNull.column().equals(column)) {
            return NONE;
        }
        return ALL;
    }

    static MillisRange of(ComparisonOperator operator, long micros) {
        if (micros == Long.MAX_VALUE) {
            return switch (operator) {
                case LESS, LESS_OR_EQUAL, NOT_EQUAL -> ALL;
                case EQUAL, GREATER, GREATER_OR_EQUAL -> NONE;
            };
        }
        if (micros == Long.MIN_VALUE) {
            return switch (operator) {
                case GREATER, GREATER_OR_EQUAL, NOT_EQUAL -> ALL;
                case EQUAL, LESS, LESS_OR_EQUAL -> NONE;
            };
        }
        long floor = Math.floorDiv(micros, MICROS_PER_MILLI);
        boolean whole = Math.floorMod(micros, MICROS_PER_MILLI) == 0;
        return switch (operator) {
            case EQUAL -> whole ? new MillisRange(floor, floor) : NONE;
            case NOT_EQUAL -> ALL;
            case LESS -> new MillisRange(Long.MIN_VALUE, whole ? floor - 1 : floor);
            case LESS_OR_EQUAL -> new MillisRange(Long.MIN_VALUE, floor);
            case GREATER -> new MillisRange(floor + 1, Long.MAX_VALUE);
            case GREATER_OR_EQUAL -> new MillisRange(whole ? floor : floor + 1, Long.MAX_VALUE);
        };
    }

    private static MillisRange of(List<Object> constants) {
        return constants.stream()
                .map(constant -> of(ComparisonOperator.EQUAL, (Long) constant))
                .reduce(NONE, MillisRange::hull);
    }

    public boolean isEmpty() {
        return min > max;
    }

    public MillisRange intersect(MillisRange other) {
        long latestStart = Math.max(min, other.min);
        long earliestEnd = Math.min(max, other.max);
        return latestStart > earliestEnd ? NONE : new MillisRange(latestStart, earliestEnd);
    }

    /** The smallest range that holds both. */
    MillisRange hull(MillisRange other) {
        if (isEmpty()) {
            return other;
        }
        long earliestStart = Math.min(min, other.min);
        long latestEnd = Math.max(max, other.max);
        return other.isEmpty() ? this : new MillisRange(earliestStart, latestEnd);
    }
}
