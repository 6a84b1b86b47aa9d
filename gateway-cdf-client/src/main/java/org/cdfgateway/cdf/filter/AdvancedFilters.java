package org.cdfgateway.cdf.filter;

import static org.cdfgateway.cdf.filter.Restriction.UNRESTRICTED;
import static org.cdfgateway.cdf.filter.Restriction.UNSATISFIABLE;

import java.util.List;
import org.cdfgateway.cdf.api.AdvancedFilter;
import org.cdfgateway.cdf.filter.Restriction.Filtered;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.Pushable;

/**
 * Predicates as advanced filters. What cannot be expressed restricts nothing; text ranges and negations are never
 * expressed, because CDF may compare texts without regard to case (reference/cdf-api-resources.md section 1.11).
 */
final class AdvancedFilters {
    private final ResourceFilter resource;

    AdvancedFilters(ResourceFilter resource) {
        this.resource = resource;
    }

    Restriction of(Predicate predicate) {
        return Restriction.of(predicate, this::leaf);
    }

    private Restriction leaf(Predicate predicate) {
        if (predicate instanceof Predicate.Comparison comparison) {
            return comparison(comparison);
        }
        if (predicate instanceof Predicate.In in) {
            return in.constants().isEmpty() ? UNSATISFIABLE : values(in.column(), in.constants());
        }
        if (predicate instanceof Predicate.IsNull isNull && testable(isNull.column())) {
            return new Filtered(new AdvancedFilter.Not(new AdvancedFilter.Exists(property(isNull.column()))));
        }
        if (predicate instanceof Predicate.IsNotNull isNotNull && testable(isNotNull.column())) {
            return new Filtered(new AdvancedFilter.Exists(property(isNotNull.column())));
        }
        return UNRESTRICTED;
    }

    private Restriction comparison(Predicate.Comparison comparison) {
        Column column = comparison.column();
        if (column.family() == ColumnType.TIMESTAMPTZ && column.answers(Pushable.RANGE)) {
            return times(column, LongRange.of(comparison, column));
        }
        return comparison.operator() == ComparisonOperator.EQUAL
                ? values(column, List.of(comparison.constant()))
                : UNRESTRICTED;
    }

    private Restriction values(Column column, List<Object> constants) {
        Integer maxCharacters = resource.advanced().get(column.cdfField());
        if (maxCharacters == null || !(column.answers(Pushable.EQUALITY) || column.answers(Pushable.LOOKUP))) {
            return UNRESTRICTED;
        }
        return switch (column.family()) {
            case TIMESTAMPTZ -> times(column, LongRange.of(new Predicate.In(column, constants), column));
            case BIGINT ->
                equal(
                        column,
                        constants.stream()
                                .filter(id -> CdfLimits.isId((Long) id))
                                .toList());
            case BOOLEAN -> constants.size() == 1 ? equal(column, constants) : UNRESTRICTED;
            case TEXT ->
                constants.stream().allMatch(text -> comparable((String) text, maxCharacters))
                        ? equal(column, constants)
                        : UNRESTRICTED;
            case DOUBLE, REAL, BYTEA, JSON -> UNRESTRICTED;
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY -> UNRESTRICTED;
        };
    }

    private static Restriction equal(Column column, List<Object> constants) {
        if (constants.isEmpty()) {
            return UNSATISFIABLE;
        }
        if (constants.size() > AdvancedFilter.MAX_VALUES) {
            return UNRESTRICTED;
        }
        return new Filtered(
                constants.size() == 1
                        ? new AdvancedFilter.Equals(property(column), constants.get(0))
                        : new AdvancedFilter.In(property(column), constants));
    }

    private static Restriction times(Column column, LongRange range) {
        LongRange possible = ClassicTimes.possible(range);
        if (possible.isEmpty()) {
            return UNSATISFIABLE;
        }
        Long atLeast = ClassicTimes.lowerBound(possible);
        Long atMost = ClassicTimes.upperBound(possible);
        return atLeast == null && atMost == null
                ? UNRESTRICTED
                : new Filtered(new AdvancedFilter.Range(property(column), atLeast, atMost));
    }

    /** Whether a text can be sent as it is; CDF's treatment of empty ones is not known. */
    static boolean comparable(String text, int maxCharacters) {
        return !text.isBlank() && CdfLimits.characters(text) <= maxCharacters;
    }

    private boolean testable(Column column) {
        return column.answers(Pushable.NULL_TEST) && resource.advanced().containsKey(column.cdfField());
    }

    private static List<String> property(Column column) {
        return List.of(column.cdfField());
    }
}
