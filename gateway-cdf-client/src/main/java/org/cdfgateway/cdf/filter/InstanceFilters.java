package org.cdfgateway.cdf.filter;

import static org.cdfgateway.cdf.filter.Restriction.UNRESTRICTED;
import static org.cdfgateway.cdf.filter.Restriction.UNSATISFIABLE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cdfgateway.cdf.api.AdvancedFilter;
import org.cdfgateway.cdf.filter.Restriction.Filtered;
import org.cdfgateway.cdf.row.IsoTime;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.Pushable;
import org.cdfgateway.domain.table.custom.PropertyType;
import org.jspecify.annotations.Nullable;

/**
 * Predicates as filters of instances (reference/cdf-api-data.md section 11.7). What cannot be expressed restricts
 * nothing. Texts are never compared by their order, which depends on CDF's collation, and nothing but IS NULL is negated,
 * because CDF does not say what becomes of missing values.
 */
final class InstanceFilters {
    /** Values that a filter holds at most. */
    private static final int MAX_VALUES = 1_000;

    /** Longer texts would make requests that no index answers. */
    private static final int MAX_TEXT_CHARACTERS = 10_000;

    private static final LongRange INT32 = new LongRange(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final LongRange TIMES = new LongRange(IsoTime.MIN_MILLIS, IsoTime.MAX_MILLIS);
    private static final LongRange FLOATS =
            new LongRange(FloatOrder.place(-Float.MAX_VALUE), FloatOrder.place(Float.MAX_VALUE));

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Map<Column, InstanceProperty> properties;

    InstanceFilters(Map<Column, InstanceProperty> properties) {
        this.properties = Map.copyOf(properties);
    }

    Restriction of(Predicate predicate) {
        return Restriction.of(predicate, this::leaf);
    }

    private Restriction leaf(Predicate predicate) {
        if (predicate instanceof Predicate.Comparison comparison) {
            return comparison.operator() == ComparisonOperator.EQUAL
                    ? equal(comparison, comparison.column(), List.of(comparison.constant()))
                    : range(comparison);
        }
        if (predicate instanceof Predicate.In in) {
            return in.constants().isEmpty() ? UNSATISFIABLE : equal(in, in.column(), in.constants());
        }
        if (predicate instanceof Predicate.IsNull isNull) {
            return exists(isNull.column(), true);
        }
        return exists(((Predicate.IsNotNull) predicate).column(), false);
    }

    private Restriction exists(Column column, boolean negated) {
        InstanceProperty property = properties.get(column);
        if (property == null || !column.answers(Pushable.NULL_TEST)) {
            return UNRESTRICTED;
        }
        AdvancedFilter exists = new AdvancedFilter.Exists(property.path());
        return new Filtered(negated ? new AdvancedFilter.Not(exists) : exists);
    }

    private Restriction equal(Predicate predicate, Column column, List<Object> constants) {
        InstanceProperty property = properties.get(column);
        if (property == null) {
            return UNRESTRICTED;
        }
        if (property.type() == PropertyType.TIMESTAMP && column.answers(Pushable.RANGE)) {
            return times(property, LongRange.of(predicate, column));
        }
        if (!column.answers(Pushable.EQUALITY) && !column.answers(Pushable.LOOKUP)) {
            return UNRESTRICTED;
        }
        return switch (property.type()) {
            case TEXT, ENUM, TIME_SERIES, FILE, SEQUENCE ->
                constants.stream().allMatch(text -> ((String) text).length() <= MAX_TEXT_CHARACTERS)
                        ? oneOf(property, constants)
                        : UNRESTRICTED;
            case DATE ->
                constants.stream().allMatch(InstanceFilters::isDate) ? oneOf(property, constants) : UNRESTRICTED;
            case BOOLEAN -> constants.size() == 1 ? oneOf(property, constants) : UNRESTRICTED;
            case INT32 ->
                oneOf(
                        property,
                        constants.stream()
                                .filter(number -> (Long) number == ((Long) number).intValue())
                                .toList());
            case INT64 -> oneOf(property, constants);
            case FLOAT32 -> floats(property, predicate, column, constants);
            case FLOAT64 -> doubles(property, constants);
            case TIMESTAMP, JSON, DIRECT_RELATION -> UNRESTRICTED;
        };
    }

    private static Restriction oneOf(InstanceProperty property, List<Object> values) {
        if (values.isEmpty()) {
            return UNSATISFIABLE;
        }
        if (values.size() > MAX_VALUES) {
            return UNRESTRICTED;
        }
        return new Filtered(
                values.size() == 1
                        ? new AdvancedFilter.Equals(property.path(), values.get(0))
                        : new AdvancedFilter.In(property.path(), values));
    }

    /** Both zeros, which are equal to SQL. CDF has neither NaN nor infinities. */
    private static Restriction doubles(InstanceProperty property, List<Object> constants) {
        Set<Object> values = new LinkedHashSet<>();
        for (Object constant : constants) {
            double number = (Double) constant;
            if (number == 0) {
                values.add(0.0);
                values.add(-0.0);
            } else if (Double.isFinite(number)) {
                values.add(number);
            }
        }
        return oneOf(property, List.copyOf(values));
    }

    private Restriction range(Predicate.Comparison comparison) {
        Column column = comparison.column();
        InstanceProperty property = properties.get(column);
        if (property == null
                || !column.answers(Pushable.RANGE)
                || comparison.operator() == ComparisonOperator.NOT_EQUAL) {
            return UNRESTRICTED;
        }
        return switch (property.type()) {
            case TIMESTAMP -> times(property, LongRange.of(comparison, column));
            case INT32 -> whole(property, LongRange.of(comparison, column), INT32);
            case INT64 -> whole(property, LongRange.of(comparison, column), LongRange.ALL);
            case FLOAT32 -> floats(property, comparison, column, List.of(comparison.constant()));
            case FLOAT64 -> doubleRange(property, comparison.operator(), (Double) comparison.constant());
            case TEXT, ENUM, BOOLEAN, DATE, JSON, DIRECT_RELATION, TIME_SERIES, FILE, SEQUENCE -> UNRESTRICTED;
        };
    }

    private static Restriction whole(InstanceProperty property, LongRange range, LongRange possible) {
        return bounded(
                property,
                range,
                possible,
                range.min() > possible.min() ? (Object) range.min() : null,
                range.max() < possible.max() ? (Object) range.max() : null);
    }

    private static Restriction times(InstanceProperty property, LongRange range) {
        return bounded(
                property,
                range,
                TIMES,
                range.min() > TIMES.min() ? IsoTime.ofMillis(Math.min(range.min(), TIMES.max())) : null,
                range.max() < TIMES.max() ? IsoTime.ofMillis(Math.max(range.max(), TIMES.min())) : null);
    }

    /** As {@link LongRange} has them: with a float more on either side, however CDF rounds. */
    private static Restriction floats(
            InstanceProperty property, Predicate predicate, Column column, List<Object> constants) {
        if (!constants.stream().allMatch(number -> Float.isFinite(((Double) number).floatValue()))) {
            return UNRESTRICTED;
        }
        LongRange range = LongRange.of(predicate, column);
        return bounded(
                property,
                range,
                FLOATS,
                range.min() > FLOATS.min() ? (Object) (double) FloatOrder.at(range.min()) : null,
                range.max() < FLOATS.max() ? (Object) (double) FloatOrder.at(range.max()) : null);
    }

    /** The bound itself is inside, in any case: rows are checked again. */
    private static Restriction doubleRange(InstanceProperty property, ComparisonOperator operator, double bound) {
        if (!Double.isFinite(bound)) {
            return UNRESTRICTED;
        }
        boolean isLower = operator == ComparisonOperator.GREATER || operator == ComparisonOperator.GREATER_OR_EQUAL;
        return new Filtered(
                isLower
                        ? new AdvancedFilter.Range(property.path(), bound == 0 ? -0.0 : bound, null)
                        : new AdvancedFilter.Range(property.path(), null, bound == 0 ? 0.0 : bound));
    }

    private static Restriction bounded(
            InstanceProperty property,
            LongRange range,
            LongRange possible,
            @Nullable Object atLeast,
            @Nullable Object atMost) {
        if (range.intersect(possible).isEmpty()) {
            return UNSATISFIABLE;
        }
        return atLeast == null && atMost == null
                ? UNRESTRICTED
                : new Filtered(new AdvancedFilter.Range(property.path(), atLeast, atMost));
    }

    /** Whether CDF would take it for a date and show it the same way. */
    private static boolean isDate(Object text) {
        if (!DATE.matcher((String) text).matches() || ((String) text).startsWith("0000")) {
            return false;
        }
        try {
            return LocalDate.parse((String) text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
