package org.cdfgateway.domain.write;

import java.util.List;
import org.cdfgateway.domain.row.Row;

/**
 * What became of a change.
 *
 * @param stored the changed rows as CDF holds them now; none after a deletion
 * @param missing the keys that no row has
 */
public record WriteOutcome(List<Row> stored, List<RowKey> missing) {

    public WriteOutcome {
        stored = List.copyOf(stored);
        missing = List.copyOf(missing);
    }
}
