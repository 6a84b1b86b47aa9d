package org.cdfgateway.cdf.table;

import java.nio.charset.StandardCharsets;
import org.cdfgateway.cdf.check.FiniteTime;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.row.EpochTime;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;

/** What a data point must be (reference/cdf-api-data.md section 9.1). */
record PointRule(TableDefinition table, RowCheck reference) implements RowCheck {
    private static final double NUMBER_BOUND = 1e100;
    private static final int MAX_TEXT_BYTES = 1_023;

    PointRule(TableDefinition table) {
        this(table, OneReferenceRule.of(table, "time series"));
    }

    @Override
    public void check(Row row) {
        reference.check(row);
        checkTime(PointRow.micros(row));
        checkValue(PointRow.value(row));
    }

    private void checkTime(long micros) {
        FiniteTime.check(table.column("timestamp"), micros);
        if (!PointTimes.isPossible(EpochTime.toMillis(micros))) {
            throw RowCheck.refused(
                    ErrorKind.DATETIME_FIELD_OVERFLOW,
                    table.column("timestamp"),
                    FiniteTime.shown(micros),
                    "a time between 1900-01-01 and 2099-12-31T23:59:59.999Z");
        }
    }

    private void checkValue(Object value) {
        if (value instanceof Double number && !(Math.abs(number) < NUMBER_BOUND)) {
            throw RowCheck.refused(
                    ErrorKind.NUMERIC_VALUE_OUT_OF_RANGE,
                    table.column("value"),
                    number,
                    "a number between -1e100 and 1e100");
        }
        if (value instanceof String text && text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES) {
            throw RowCheck.refused(
                    ErrorKind.STRING_DATA_RIGHT_TRUNCATION,
                    table.column("value"),
                    text,
                    "at most " + MAX_TEXT_BYTES + " bytes in UTF-8");
        }
    }
}
