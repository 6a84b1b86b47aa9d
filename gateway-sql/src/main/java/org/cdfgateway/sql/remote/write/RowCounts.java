package org.cdfgateway.sql.remote.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.error.GatewayException;

/** What CDF has accepted of a transaction, and what of it the user has been told. Belongs to the session's thread. */
final class RowCounts {
    private final Map<Operation, Long> accepted = new LinkedHashMap<>();
    private final Map<Operation, Long> doubtful = new LinkedHashMap<>();
    private final Map<Operation, Long> told = new LinkedHashMap<>();

    void settled(Operation operation, long acceptedRows, long doubtfulRows) {
        accepted.merge(operation, acceptedRows, Long::sum);
        doubtful.merge(operation, doubtfulRows, Long::sum);
    }

    void tell(Operation operation, long rows) {
        told.merge(operation, rows, Long::sum);
    }

    /** The failure, with a sentence on the rows that CDF keeps in its detail. */
    GatewayException explain(GatewayException failure) {
        List<String> kept = new ArrayList<>();
        accepted.forEach((operation, rows) -> {
            if (rows > 0) {
                kept.add(operation.kept(rows));
                told.put(operation, rows);
            }
        });
        if (kept.isEmpty()) {
            return failure;
        }
        String sentence = "Rows of this transaction that CDF has accepted and keeps: " + String.join(", ", kept) + ".";
        return failure.withDetail(
                failure.detail().map(detail -> detail + "\n" + sentence).orElse(sentence));
    }

    /** One sentence for each operation on the rows that stay although the transaction is rolled back. */
    List<String> afterRollback() {
        List<String> sentences = new ArrayList<>();
        accepted.forEach((operation, rows) -> {
            long untold = rows - told.getOrDefault(operation, 0L);
            if (untold > 0) {
                sentences.add(operation.stays() + untold);
            }
        });
        doubtful.forEach((operation, rows) -> {
            if (rows > 0) {
                sentences.add(operation.doubtful() + rows);
            }
        });
        return sentences;
    }

    void clear() {
        accepted.clear();
        doubtful.clear();
        told.clear();
    }
}
