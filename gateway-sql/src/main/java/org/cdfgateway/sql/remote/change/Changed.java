package org.cdfgateway.sql.remote.change;

import java.util.List;
import org.cdfgateway.domain.row.Row;

/**
 * The outcome of an UPDATE or DELETE.
 *
 * @param count rows that were changed
 * @param returned what RETURNING shows of them; empty without it
 */
public record Changed(long count, List<Row> returned) {

    public Changed {
        returned = List.copyOf(returned);
    }
}
