package org.cdfgateway.cdf.filter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cdfgateway.cdf.api.AdvancedFilter;
import org.cdfgateway.cdf.row.EpochTime;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/** CDF's side of a read, as documented, with texts compared as strictly as CDF may: whoever passes here may pass there. */
final class CdfFilterModel {
    private final TableDefinition table;

    CdfFilterModel(TableDefinition table) {
        this.table = table;
    }

    boolean returns(ReadPlan plan, Row row) {
        if (plan instanceof ReadPlan.Lookup lookup) {
            return (!lookup.keys().ids().isEmpty() && lookup.keys().ids().contains(field(row, "id")))
                    || lookup.keys().externalIds().contains(field(row, "externalId"));
        }
        if (plan instanceof ReadPlan.Listing listing) {
            return (listing.filter() == null || strict(listing.filter(), row))
                    && (listing.advancedFilter() == null || advanced(listing.advancedFilter(), row));
        }
        return false;
    }

    private boolean strict(Map<String, Object> filter, Row row) {
        return filter.entrySet().stream().allMatch(entry -> strict(entry.getKey(), entry.getValue(), row));
    }

    private boolean strict(String key, Object expected, Row row) {
        if (expected instanceof Map<?, ?> range) {
            return field(row, key) instanceof Number number
                    && (range.get("min") == null || compare(number, (Number) range.get("min")) >= 0)
                    && (range.get("max") == null || compare(number, (Number) range.get("max")) <= 0);
        }
        if (expected instanceof List<?> list) {
            Object value = field(row, key.equals("statuses") ? "status" : key.substring(0, key.length() - 1));
            return value != null && (list.contains(value) || list.contains(Map.of("id", value)));
        }
        return expected.equals(field(row, key));
    }

    /** Fractions as floats, in which CDF may keep them. */
    private static int compare(Number left, Number right) {
        return left instanceof Double
                ? Float.compare(left.floatValue(), right.floatValue())
                : Long.compare(left.longValue(), right.longValue());
    }

    private boolean advanced(AdvancedFilter filter, Row row) {
        if (filter instanceof AdvancedFilter.And and) {
            return and.operands().stream().allMatch(operand -> advanced(operand, row));
        }
        if (filter instanceof AdvancedFilter.Or or) {
            return or.operands().stream().anyMatch(operand -> advanced(operand, row));
        }
        if (filter instanceof AdvancedFilter.Not not) {
            return !advanced(not.operand(), row);
        }
        if (filter instanceof AdvancedFilter.Exists exists) {
            return field(row, exists.property().get(0)) != null;
        }
        if (filter instanceof AdvancedFilter.Equals equals) {
            return equals.value().equals(field(row, equals.property().get(0)));
        }
        if (filter instanceof AdvancedFilter.In in) {
            return in.values()
                    .contains(
                            Objects.requireNonNullElse(field(row, in.property().get(0)), "no such value"));
        }
        AdvancedFilter.Range range = (AdvancedFilter.Range) filter;
        return field(row, range.property().get(0)) instanceof Long millis
                && (range.atLeast() == null || millis >= (Long) range.atLeast())
                && (range.atMost() == null || millis <= (Long) range.atMost());
    }

    private @Nullable Object field(Row row, String cdfField) {
        for (int i = 0; i < row.size(); i++) {
            if (table.columns().get(i).cdfField().equals(cdfField)) {
                Object value = row.value(i);
                return value instanceof Long micros && table.columns().get(i).family() == ColumnType.TIMESTAMPTZ
                        ? (Object) EpochTime.toMillis(micros)
                        : value;
            }
        }
        throw new IllegalArgumentException(String.format(Locale.ROOT, "%s has no field %s", table.name(), cdfField));
    }
}
