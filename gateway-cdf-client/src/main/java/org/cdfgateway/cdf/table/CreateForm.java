package org.cdfgateway.cdf.table;

import java.util.List;
import org.cdfgateway.cdf.api.Answer;
import org.cdfgateway.cdf.row.JsonItems;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.domain.row.Row;

/** How a resource's create call takes its items, and how many of them. */
enum CreateForm {
    /** {@code {"items": [...]}} (reference/cdf-api-resources.md section 1.4); as many at the same time as the Python SDK (section 1.15). */
    MANY(1_000, 4),

    /** The same with one item: runs of extraction pipelines (section 12.2). One after the other, so that their times have their order. */
    ONE_IN_ORDER(1, 1),

    /** The item itself, without {@code items}: files (section 5.1). */
    BARE(1, 5) {
        @Override
        Object body(List<Row> rows, List<JsonItems.Written> written) {
            return new JsonItems.Single(rows.get(0), written);
        }

        @Override
        List<Row> stored(Answer answer, JsonRows rows) {
            return List.of(answer.read(rows::single));
        }
    };

    private final int maxItems;
    private final int parallelism;

    CreateForm(int maxItems, int parallelism) {
        this.maxItems = maxItems;
        this.parallelism = parallelism;
    }

    /** Items that one call takes at most. */
    int maxItems() {
        return maxItems;
    }

    /** Calls that may be under way at the same time. */
    int parallelism() {
        return parallelism;
    }

    Object body(List<Row> rows, List<JsonItems.Written> written) {
        return new JsonItems(rows, written);
    }

    List<Row> stored(Answer answer, JsonRows rows) {
        return answer.read(rows::page).rows();
    }
}
