package org.cdfgateway.cdf.check;

import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;

/** Refuses rows that CDF would refuse, before anything is sent. */
@FunctionalInterface
public interface RowCheck {
    /** Enough of a value to recognise it. */
    int SHOWN_CHARACTERS = 60;

    /** @throws GatewayException naming the column */
    void check(Row row);

    default RowCheck and(RowCheck next) {
        return row -> {
            check(row);
            next.check(row);
        };
    }

    public static GatewayException refused(ErrorKind kind, Column column, Object value, String expectation) {
        String text = String.valueOf(value);
        String shown = text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
        return new GatewayException(kind, "value " + shown + " for column \"" + column.name() + "\" is not possible")
                .withDetail("Expected: " + expectation + ".");
    }
}
