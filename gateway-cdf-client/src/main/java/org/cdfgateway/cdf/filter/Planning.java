package org.cdfgateway.cdf.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cdfgateway.cdf.api.AdvancedFilter;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.Pushable;

/**
 * Distributes the conjuncts of one predicate: keys make a lookup; else each conjunct goes into the strict filter when
 * its field is still free there, else into the advanced filter while that has room, else it is left to the caller.
 */
final class Planning {
    private static final ReadPlan NOTHING = new ReadPlan.Nothing();

    private final ResourceFilter resource;
    private final AdvancedFilters advancedFilters;
    private final Map<String, Object> filter = new LinkedHashMap<>();
    private final Map<Column, MillisRange> times = new LinkedHashMap<>();
    private final List<AdvancedFilter> advanced = new ArrayList<>();
    private int clauses = 1;
    private boolean unsatisfiable;

    Planning(ResourceFilter resource) {
        this.resource = resource;
        this.advancedFilters = new AdvancedFilters(resource);
    }

    ReadPlan plan(Predicate predicate) {
        Optional<Keys> keys = Keys.of(predicate);
        if (keys.isPresent()) {
            return keys.get().isEmpty() ? NOTHING : new ReadPlan.Lookup(keys.get());
        }
        flattened(predicate).forEach(this::place);
        times.forEach(this::placeTimes);
        if (unsatisfiable) {
            return NOTHING;
        }
        return new ReadPlan.Listing(
                filter.isEmpty() ? null : filter,
                switch (advanced.size()) {
                    case 0 -> null;
                    case 1 -> advanced.get(0);
                    default -> new AdvancedFilter.And(advanced);
                });
    }

    private static Stream<Predicate> flattened(Predicate predicate) {
        return predicate instanceof Predicate.And and
                ? and.operands().stream().flatMap(Planning::flattened)
                : Stream.of(predicate);
    }

    private void place(Predicate conjunct) {
        if (!placeStrictly(conjunct)) {
            placeAdvanced(conjunct);
        }
    }

    private void placeAdvanced(Predicate conjunct) {
        Restriction restriction = advancedFilters.of(conjunct);
        if (restriction instanceof Restriction.Unsatisfiable) {
            unsatisfiable = true;
        } else if (restriction instanceof Restriction.Filtered filtered
                && clauses + filtered.filter().clauses() <= AdvancedFilter.MAX_CLAUSES) {
            clauses += filtered.filter().clauses();
            advanced.add(filtered.filter());
        }
    }

    private boolean placeStrictly(Predicate conjunct) {
        if (conjunct instanceof Predicate.Comparison comparison) {
            StrictField field = resource.strict().get(comparison.column().cdfField());
            if (field == null) {
                return false;
            }
            if (field.form() == StrictField.Form.TIME_RANGE) {
                return placeTimes(comparison, comparison.column());
            }
            return comparison.operator() == ComparisonOperator.EQUAL
                    && placeValues(field, comparison.column(), List.of(comparison.constant()));
        }
        if (conjunct instanceof Predicate.In in) {
            StrictField field = resource.strict().get(in.column().cdfField());
            if (field == null) {
                return false;
            }
            return field.form() == StrictField.Form.TIME_RANGE
                    ? placeTimes(in, in.column())
                    : placeValues(field, in.column(), in.constants());
        }
        return false;
    }

    private boolean placeTimes(Predicate conjunct, Column column) {
        if (!column.answers(Pushable.RANGE)) {
            return false;
        }
        times.merge(column, MillisRange.of(conjunct, column), MillisRange::intersect);
        return true;
    }

    private void placeTimes(Column column, MillisRange range) {
        MillisRange possible = ClassicTimes.possible(range);
        Long min = ClassicTimes.lowerBound(possible);
        Long max = ClassicTimes.upperBound(possible);
        if (possible.isEmpty()) {
            unsatisfiable = true;
        } else if (min != null || max != null) {
            Map<String, Long> bounds = new LinkedHashMap<>();
            if (min != null) {
                bounds.put("min", min);
            }
            if (max != null) {
                bounds.put("max", max);
            }
            filter.put(column.cdfField(), bounds);
        }
    }

    private boolean placeValues(StrictField field, Column column, List<Object> constants) {
        if (filter.containsKey(field.key()) || !column.answers(Pushable.EQUALITY)) {
            return false;
        }
        return switch (field.form()) {
            case TEXT -> constants.size() == 1 && placeTexts(field, constants, constants.get(0), field.max());
            case TEXTS ->
                constants.size() <= field.max() && placeTexts(field, constants, constants, CdfLimits.MAX_EXTERNAL_ID);
            case FLAG -> constants.size() == 1 && put(field, constants.get(0));
            case IDS -> placeIds(field, constants);
            case TIME_RANGE -> false;
        };
    }

    private boolean placeTexts(StrictField field, List<Object> constants, Object value, int maxCharacters) {
        return !constants.isEmpty()
                && constants.stream().allMatch(text -> AdvancedFilters.comparable((String) text, maxCharacters))
                && put(field, value);
    }

    private boolean placeIds(StrictField field, List<Object> constants) {
        List<Object> ids =
                constants.stream().filter(id -> CdfLimits.isId((Long) id)).toList();
        if (ids.isEmpty()) {
            unsatisfiable = true;
            return true;
        }
        return ids.size() <= field.max() && put(field, ids);
    }

    private boolean put(StrictField field, Object value) {
        filter.put(field.key(), value);
        return true;
    }
}
