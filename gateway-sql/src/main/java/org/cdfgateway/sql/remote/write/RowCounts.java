package org.cdfgateway.sql.remote.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.error.GatewayException;

/** What CDF has accepted of a transaction, by table, and what of it the user has been told. Belongs to the session's thread. */
final class RowCounts {
    private final Map<String, Long> accepted = new LinkedHashMap<>();
    private final Map<String, Long> doubtful = new LinkedHashMap<>();
    private final Map<String, Long> told = new LinkedHashMap<>();

    void settled(String table, long acceptedRows, long doubtfulRows) {
        accepted.merge(table, acceptedRows, Long::sum);
        doubtful.merge(table, doubtfulRows, Long::sum);
    }

    void tell(String table, long rows) {
        told.merge(table, rows, Long::sum);
    }

    /** The failure, with a sentence on the rows that CDF keeps in its detail. */
    GatewayException explain(GatewayException failure) {
        List<String> kept = new ArrayList<>();
        accepted.forEach((table, rows) -> {
            if (rows > 0) {
                kept.add(rows + " of \"" + table + "\"");
                told.put(table, rows);
            }
        });
        if (kept.isEmpty()) {
            return failure;
        }
        String sentence = "Rows of this transaction that CDF has accepted and keeps: " + String.join(", ", kept) + ".";
        return failure.withDetail(
                failure.detail().map(detail -> detail + "\n" + sentence).orElse(sentence));
    }

    /** One sentence for each table on the rows that stay although the transaction is rolled back. */
    List<String> afterRollback() {
        List<String> sentences = new ArrayList<>();
        accepted.forEach((table, rows) -> {
            long untold = rows - told.getOrDefault(table, 0L);
            if (untold > 0) {
                sentences.add(stay(table, untold));
            }
        });
        doubtful.forEach((table, rows) -> {
            if (rows > 0) {
                sentences.add("rows of table \"" + table
                        + "\" that were on their way to CDF at the rollback and may have been stored: " + rows);
            }
        });
        return sentences;
    }

    static String stay(String table, long rows) {
        return "rows of table \"" + table + "\" that had been sent to CDF before the rollback and stay there: " + rows;
    }

    void clear() {
        accepted.clear();
        doubtful.clear();
        told.clear();
    }
}
