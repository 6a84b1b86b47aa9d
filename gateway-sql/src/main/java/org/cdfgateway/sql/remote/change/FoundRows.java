package org.cdfgateway.sql.remote.change;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.sql.remote.call.RunningCall;
import org.cdfgateway.sql.remote.compute.ConditionCheck;
import org.cdfgateway.sql.remote.compute.RowComputation;
import org.cdfgateway.sql.remote.cursor.MatchingRows;
import org.cdfgateway.sql.remote.statement.RowCondition;
import org.cdfgateway.sql.remote.write.HeldRows;
import org.cdfgateway.sql.remote.write.RowKeys;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that an UPDATE or DELETE changes: those of CDF, and those that the transaction has inserted and holds
 * back, all as its earlier changes leave them.
 */
record FoundRows(HeldRows held, RowComputation computation, CdfAccess access, RunningCall call) {

    /** Hands over the rows page by page, with the needed columns and those of the keys. */
    void forEachPage(
            TableAdapter adapter,
            RowCondition condition,
            Set<Column> needed,
            Optional<List<RowKey>> pinned,
            Consumer<List<Row>> pages) {
        TableDefinition table = adapter.table();
        ConditionCheck check = new ConditionCheck(table, condition, computation);
        // before anything is changed, which would change what is held
        List<Row> inserted =
                check.passing(pinned.map(keys -> held.inserted(table, keys)).orElseGet(() -> held.inserted(table)));
        if (pinned.isEmpty() || !held.knows(table, pinned.get())) {
            try (MatchingRows rows = open(adapter, condition, needed)) {
                @Nullable List<Row> page;
                while ((page = rows.next()) != null) {
                    if (!page.isEmpty()) {
                        pages.accept(page);
                    }
                }
            }
        }
        if (!inserted.isEmpty()) {
            pages.accept(inserted);
        }
    }

    /** The rows of CDF as the transaction's earlier changes leave them, with the needed columns and those of the keys. */
    MatchingRows open(TableAdapter adapter, RowCondition condition, Set<Column> needed) {
        TableDefinition table = adapter.table();
        Set<Column> columns = new HashSet<>(needed);
        columns.addAll(condition.columns());
        columns.addAll(RowKeys.columns(table));
        return new MatchingRows(
                adapter,
                new Scan(table, columns, condition.pushed()),
                rows -> held.changed(table, rows),
                new ConditionCheck(table, condition, computation),
                access,
                call);
    }

    /** @throws org.cdfgateway.domain.error.GatewayException NO_DATA_FOUND when one of the keys is not among those found */
    static void requireAll(TableDefinition table, List<RowKey> expected, Set<RowKey> found) {
        Set<RowKey> missing = new LinkedHashSet<>(expected);
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            throw KeyErrors.missing(table, missing);
        }
    }
}
