package org.cdfgateway.sql.remote;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Insert;
import org.jspecify.annotations.Nullable;

/** Whether INSERT ... RETURNING can be answered without CDF, because it returns what the client has given. */
final class KnownReturning {
    private static final long MICROS_PER_MILLI = 1_000;

    private KnownReturning() {}

    static boolean of(Insert insert, List<Row> rows) {
        return insert.returning().stream()
                .allMatch(output -> output.column()
                        .map(column -> rows.stream().allMatch(row -> isKept(column, output.value(row))))
                        .orElse(true));
    }

    /** Whether CDF stores the value as it is. */
    private static boolean isKept(Column column, @Nullable Object value) {
        if (!column.writeRule().insertable()) {
            return false;
        }
        if (value == null) {
            // a field that UPDATE can clear has no default
            return column.writeRule().clearable();
        }
        return switch (column.family()) {
            case BOOLEAN, BIGINT, DOUBLE, REAL, TEXT, BYTEA -> true;
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY -> true;
            case TIMESTAMPTZ -> (Long) value % MICROS_PER_MILLI == 0;
            // CDF writes its own text of a JSON value
            case JSON, JSON_ARRAY -> false;
        };
    }
}
