package org.cdfgateway.cdf.paging;

import java.util.List;
import org.cdfgateway.domain.row.Row;

/** One request of a read. Run once, by any thread; blocks; ends early when its thread is interrupted. */
@FunctionalInterface
public interface ReadStep {

    Outcome run();

    /**
     * What a request brought.
     *
     * @param rows may be empty although more follow
     * @param following what is left to read after it, the first soonest; they are independent of each other
     */
    record Outcome(List<Row> rows, List<ReadStep> following) {

        public static Outcome last(List<Row> rows) {
            return new Outcome(rows, List.of());
        }
    }
}
