package org.cdfgateway.cdf.table;

import java.util.Objects;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.cdf.datapoint.Point;
import org.cdfgateway.cdf.row.EpochTime;
import org.cdfgateway.cdf.row.PostgresText;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** The columns of the two data point tables: {@code id, external_id, timestamp, value}. */
final class PointRow {
    private static final int ID = 0;
    private static final int EXTERNAL_ID = 1;
    private static final int TIMESTAMP = 2;
    private static final int VALUE = 3;

    private PointRow() {}

    static Row of(Long id, @Nullable String externalId, Point point) {
        Object value = point.value() instanceof String text ? PostgresText.storable(text) : point.value();
        return Row.owning(id, externalId, EpochTime.toMicros(point.timestamp()), value);
    }

    static @Nullable Long id(Row row) {
        return (Long) row.value(ID);
    }

    static @Nullable String externalId(Row row) {
        return (String) row.value(EXTERNAL_ID);
    }

    /** The same point, its series named by the id alone where there is one. */
    static Row ofOneReference(Row row) {
        @Nullable Long id = id(row);
        return Row.owning(id, id == null ? externalId(row) : null, micros(row), value(row));
    }

    /** The row must have been checked. */
    static Reference series(Row row) {
        return new Reference(id(row), externalId(row));
    }

    static long micros(Row row) {
        return (Long) Objects.requireNonNull(row.value(TIMESTAMP));
    }

    static Object value(Row row) {
        return Objects.requireNonNull(row.value(VALUE));
    }

    static Point point(Row row) {
        return new Point(EpochTime.toMillis(micros(row)), value(row));
    }
}
