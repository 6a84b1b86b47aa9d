package org.cdfgateway.cdf.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cdfgateway.cdf.row.EpochTime;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.Column;

/** CDF's times have no microseconds: cutting them off in silence would store another time than was asked for. */
final class WholeMillis {

    private WholeMillis() {}

    /** @throws GatewayException for an infinity and for fractions of a millisecond */
    static void check(Column column, long micros) {
        if (EpochTime.isInfinite(micros)) {
            throw RowCheck.refused(ErrorKind.DATETIME_FIELD_OVERFLOW, column, shown(micros), "a finite time");
        }
        if (!EpochTime.isWholeMillis(micros)) {
            throw RowCheck.refused(ErrorKind.INVALID_PARAMETER_VALUE, column, shown(micros), "whole milliseconds")
                    .withHint("Use date_trunc('milliseconds', ...).");
        }
    }

    static String shown(long micros) {
        if (EpochTime.isInfinite(micros)) {
            return micros > 0 ? "infinity" : "-infinity";
        }
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
