package org.cdfgateway.cdf.view;

import java.util.List;
import org.cdfgateway.cdf.check.FiniteTime;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.row.EpochTime;
import org.cdfgateway.cdf.row.IsoTime;
import org.cdfgateway.cdf.row.JsonShape;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.custom.InstanceField;
import org.cdfgateway.domain.table.custom.InstanceKind;
import org.cdfgateway.domain.table.custom.PropertyType;
import org.jspecify.annotations.Nullable;

/**
 * A value, or each element of a list, that a property can have (reference/cdf-api-data.md section 11.3). What depends on
 * the container, such as lengths and the values of an enum, only CDF knows.
 */
record ValueRule(int position, Column column, PropertyType type) implements RowCheck {

    /** The rules of all columns of a table. */
    static RowCheck of(ViewTable table) {
        RowCheck all = row -> {};
        for (ViewTable.PropertyColumn each : table.properties()) {
            all = all.and(new ValueRule(
                    each.position(), each.column(), each.property().type()));
        }
        if (table.kind() == InstanceKind.EDGES) {
            for (InstanceField field : List.of(InstanceField.START_NODE, InstanceField.END_NODE, InstanceField.TYPE)) {
                all = all.and(new ValueRule(table.position(field), table.column(field), PropertyType.DIRECT_RELATION));
            }
        }
        return all;
    }

    @Override
    public void check(Row row) {
        Object value = row.value(position);
        if (value instanceof List<?> list) {
            list.forEach(this::element);
        } else if (value != null) {
            single(value);
        }
    }

    private void element(@Nullable Object element) {
        if (element == null) {
            throw RowCheck.refused(ErrorKind.INVALID_PARAMETER_VALUE, column, "NULL", "a list without nulls");
        }
        single(element);
    }

    private void single(Object value) {
        switch (type) {
            case INT32 -> require((Long) value == ((Long) value).intValue(), value, "an integer of 32 bits");
            case FLOAT32, FLOAT64 -> require(Double.isFinite((Double) value), value, "a finite number");
            case TIMESTAMP -> {
                if (value instanceof Long micros) {
                    time(micros);
                }
            }
            case JSON ->
                shape(JsonShape.isObject((String) value), value, "a JSON object; put other values into an object");
            case DIRECT_RELATION ->
                shape(
                        NodeTexts.parsed((String) value).isPresent(),
                        value,
                        "a node, as {\"space\": \"plant\", \"externalId\": \"unit1\"}");
            case TEXT, ENUM, BOOLEAN, INT64, DATE, TIME_SERIES, FILE, SEQUENCE -> {}
        }
    }

    private void time(long micros) {
        FiniteTime.check(column, micros);
        long millis = EpochTime.toMillis(micros);
        if (millis < IsoTime.MIN_MILLIS || millis > IsoTime.MAX_MILLIS) {
            throw RowCheck.refused(
                    ErrorKind.DATETIME_FIELD_OVERFLOW,
                    column,
                    FiniteTime.shown(micros),
                    "a time from year 1 to year 9999");
        }
    }

    private void require(boolean isMet, Object value, String expectation) {
        if (!isMet) {
            throw RowCheck.refused(ErrorKind.NUMERIC_VALUE_OUT_OF_RANGE, column, value, expectation);
        }
    }

    /** @throws GatewayException INVALID_PARAMETER_VALUE */
    private void shape(boolean isMet, Object value, String expectation) {
        if (!isMet) {
            throw RowCheck.refused(ErrorKind.INVALID_PARAMETER_VALUE, column, value, expectation);
        }
    }
}
