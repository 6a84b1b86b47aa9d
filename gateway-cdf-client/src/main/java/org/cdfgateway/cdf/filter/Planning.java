package org.cdfgateway.cdf.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.cdf.api.AdvancedFilter;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.Pushable;
import org.jspecify.annotations.Nullable;

/**
 * Distributes the conjuncts of one predicate: keys make a lookup; else each conjunct goes into the strict filter when
 * its field is still free there, else into the advanced filter while that has room, else it is left to the caller.
 */
final class Planning {
    /** From 0 to 1. */
    private static final LongRange FRACTIONS = new LongRange(FloatOrder.place(0), FloatOrder.place(1));

    private static final ReadPlan NOTHING = new ReadPlan.Nothing();

    private final ResourceFilter resource;
    private final AdvancedFilters advancedFilters;
    private final Map<String, Object> filter = new LinkedHashMap<>();
    private final Map<Column, LongRange> ranges = new LinkedHashMap<>();
    private final List<AdvancedFilter> advanced = new ArrayList<>();
    private final List<Predicate> unasked = new ArrayList<>();
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
        return listing(predicate);
    }

    /** Without a lookup. */
    ReadPlan listing(Predicate predicate) {
        Unasked.conjuncts(predicate).forEach(this::place);
        ranges.forEach(this::placeBounds);
        if (unsatisfiable) {
            return NOTHING;
        }
        return new ReadPlan.Listing(
                filter.isEmpty() ? null : filter, AdvancedFilter.allOf(advanced).orElse(null));
    }

    /** What the plan does not say of its predicate, after a listing. */
    List<Predicate> unasked() {
        return List.copyOf(unasked);
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
        } else {
            unasked.add(conjunct);
        }
    }

    private boolean placeStrictly(Predicate conjunct) {
        if (conjunct instanceof Predicate.Comparison comparison) {
            StrictField field = resource.strict().get(comparison.column().cdfField());
            if (field == null) {
                return false;
            }
            if (field.isRange()) {
                return placeRange(comparison, comparison.column());
            }
            return comparison.operator() == ComparisonOperator.EQUAL
                    && placeValues(field, comparison.column(), List.of(comparison.constant()));
        }
        if (conjunct instanceof Predicate.In in) {
            StrictField field = resource.strict().get(in.column().cdfField());
            if (field == null) {
                return false;
            }
            return field.isRange() ? placeRange(in, in.column()) : placeValues(field, in.column(), in.constants());
        }
        return false;
    }

    private boolean placeRange(Predicate conjunct, Column column) {
        if (!column.answers(Pushable.RANGE)) {
            return false;
        }
        ranges.merge(column, LongRange.of(conjunct, column), LongRange::intersect);
        return true;
    }

    private void placeBounds(Column column, LongRange range) {
        boolean times = column.family() == ColumnType.TIMESTAMPTZ;
        LongRange possible = times ? ClassicTimes.possible(range) : range.intersect(FRACTIONS);
        if (possible.isEmpty()) {
            unsatisfiable = true;
            return;
        }
        Map<String, Object> bounds = new LinkedHashMap<>();
        Number min = times ? ClassicTimes.lowerBound(possible) : lowerFraction(possible);
        Number max = times ? ClassicTimes.upperBound(possible) : upperFraction(possible);
        if (min != null) {
            bounds.put("min", min);
        }
        if (max != null) {
            bounds.put("max", max);
        }
        if (!bounds.isEmpty()) {
            filter.put(column.cdfField(), bounds);
        }
    }

    private static @Nullable Number lowerFraction(LongRange possible) {
        return possible.min() > FRACTIONS.min() ? (double) FloatOrder.at(possible.min()) : null;
    }

    private static @Nullable Number upperFraction(LongRange possible) {
        return possible.max() < FRACTIONS.max() ? (double) FloatOrder.at(possible.max()) : null;
    }

    private boolean placeValues(StrictField field, Column column, List<Object> constants) {
        if (filter.containsKey(field.key()) || !column.answers(Pushable.EQUALITY)) {
            return false;
        }
        return switch (field.form()) {
            case TEXT -> constants.size() == 1 && placeTexts(field, constants, constants.get(0), field.max());
            case TEXTS ->
                constants.size() <= field.max() && placeTexts(field, constants, constants, CdfLimits.MAX_EXTERNAL_ID);
            case CHOICES -> !constants.isEmpty() && field.choices().containsAll(constants) && put(field, constants);
            case FLAG -> constants.size() == 1 && put(field, constants.get(0));
            case IDS, ID_REFERENCES -> placeIds(field, constants);
            case TIME_RANGE, FRACTION_RANGE -> false;
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
        return ids.size() <= field.max()
                && put(
                        field,
                        field.form() == StrictField.Form.IDS
                                ? ids
                                : ids.stream().map(id -> Map.of("id", id)).toList());
    }

    private boolean put(StrictField field, Object value) {
        filter.put(field.key(), value);
        return true;
    }
}
