package org.cdfgateway.cdf.filter;

import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;

/**
 * The whole numbers that a condition on a column leaves open: numbers themselves, milliseconds of a column of
 * microseconds, places of fractions in the order of {@link FloatOrder}. CDF keeps whole milliseconds, so bounds between
 * two of them move to the next one inside: {@code t > 1.5 ms} is {@code t >= 2 ms}.
 *
 * @param min inclusive; {@link Long#MIN_VALUE} for no bound
 * @param max inclusive; {@link Long#MAX_VALUE} for no bound; below {@code min} when no number is left
 */
public record LongRange(long min, long max) {

    public static final LongRange ALL = new LongRange(Long.MIN_VALUE, Long.MAX_VALUE);
    public static final LongRange NONE = new LongRange(Long.MAX_VALUE, Long.MIN_VALUE);

    private static final long MICROS_PER_MILLI = 1_000;

    /** The smallest range that holds every value for which the predicate may hold. */
    public static LongRange of(Predicate predicate, Column column) {
        if (predicate instanceof Predicate.And and) {
            return and.operands().stream().map(operand -> of(operand, column)).reduce(ALL, LongRange::intersect);
        }
        if (predicate instanceof Predicate.Or or) {
            return or.operands().stream().map(operand -> of(operand, column)).reduce(NONE, LongRange::hull);
        }
        if (predicate instanceof Predicate.Comparison comparison
                && comparison.column().equals(column)) {
            return of(column.family(), comparison.operator(), comparison.constant());
        }
        if (predicate instanceof Predicate.In in && in.column().equals(column)) {
            return in.constants().stream()
                    .map(constant -> of(column.family(), ComparisonOperator.EQUAL, constant))
                    .reduce(NONE, LongRange::hull);
        }
        if (predicate instanceof Predicate.IsNull isNull && isNull.column().equals(column)) {
            return NONE;
        }
        return ALL;
    }

    private static LongRange of(ColumnType family, ComparisonOperator operator, Object constant) {
        return switch (family) {
            case TIMESTAMPTZ -> ofTime(operator, (Long) constant);
            case BIGINT -> ofNumber(operator, (Long) constant);
            case DOUBLE, REAL -> ofFraction(operator, (Double) constant);
            case BOOLEAN, TEXT, BYTEA, JSON -> ALL;
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY -> ALL;
        };
    }

    static LongRange ofTime(ComparisonOperator operator, long micros) {
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
            case EQUAL -> whole ? new LongRange(floor, floor) : NONE;
            case NOT_EQUAL -> ALL;
            case LESS -> new LongRange(Long.MIN_VALUE, whole ? floor - 1 : floor);
            case LESS_OR_EQUAL -> new LongRange(Long.MIN_VALUE, floor);
            case GREATER -> new LongRange(floor + 1, Long.MAX_VALUE);
            case GREATER_OR_EQUAL -> new LongRange(whole ? floor : floor + 1, Long.MAX_VALUE);
        };
    }

    private static LongRange ofNumber(ComparisonOperator operator, long number) {
        return switch (operator) {
            case EQUAL -> new LongRange(number, number);
            case NOT_EQUAL -> ALL;
            case LESS -> number == Long.MIN_VALUE ? NONE : new LongRange(Long.MIN_VALUE, number - 1);
            case LESS_OR_EQUAL -> new LongRange(Long.MIN_VALUE, number);
            case GREATER -> number == Long.MAX_VALUE ? NONE : new LongRange(number + 1, Long.MAX_VALUE);
            case GREATER_OR_EQUAL -> new LongRange(number, Long.MAX_VALUE);
        };
    }

    /** One place more on either side, because CDF may keep fractions with the precision of a float. */
    private static LongRange ofFraction(ComparisonOperator operator, double fraction) {
        if (Double.isNaN(fraction)) {
            return ALL;
        }
        long place = FloatOrder.place(fraction);
        return switch (operator) {
            case EQUAL -> new LongRange(place - 1, place + 1);
            case NOT_EQUAL -> ALL;
            case LESS, LESS_OR_EQUAL -> new LongRange(Long.MIN_VALUE, place + 1);
            case GREATER, GREATER_OR_EQUAL -> new LongRange(place - 1, Long.MAX_VALUE);
        };
    }

    public boolean isEmpty() {
        return min > max;
    }

    public LongRange intersect(LongRange other) {
        long latestStart = Math.max(min, other.min);
        long earliestEnd = Math.min(max, other.max);
        return latestStart > earliestEnd ? NONE : new LongRange(latestStart, earliestEnd);
    }

    /** The smallest range that holds both. */
    LongRange hull(LongRange other) {
        if (isEmpty()) {
            return other;
        }
        long earliestStart = Math.min(min, other.min);
        long latestEnd = Math.max(max, other.max);
        return other.isEmpty() ? this : new LongRange(earliestStart, latestEnd);
    }
}
