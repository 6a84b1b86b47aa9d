package org.cdfgateway.cdf.check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cdfgateway.cdf.row.EpochTime;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.Column;

/**
 * A time that CDF can store. CDF keeps the millisecond a time lies in; the rest is dropped, as a column of PostgreSQL
 * with a lower precision would, so that {@code now()} can be written.
 */
public final class FiniteTime {

    private FiniteTime() {}

    /** @throws GatewayException for an infinity */
    public static void check(Column column, long micros) {
        if (EpochTime.isInfinite(micros)) {
            throw RowCheck.refused(ErrorKind.DATETIME_FIELD_OVERFLOW, column, shown(micros), "a finite time");
        }
    }

    public static String shown(long micros) {
        if (EpochTime.isInfinite(micros)) {
            return micros > 0 ? "infinity" : "-infinity";
        }
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
