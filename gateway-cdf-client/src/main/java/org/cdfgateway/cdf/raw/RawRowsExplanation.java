package org.cdfgateway.cdf.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.cdf.filter.Unasked;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/**
 * How EXPLAIN shows a read of RAW rows.
 *
 * @param databases that are named
 * @param tables that are named
 */
record RawRowsExplanation(Optional<List<String>> databases, Optional<List<String>> tables, RawSelection selection) {
    private static final TableDefinition TABLE = BuiltInTables.RAW_ROWS;

    ReadExplanation of(Predicate predicate) {
        List<PlannedRequest> requests = new ArrayList<>(RawReads.explainDatabases(databases));
        if (tables.isEmpty()) {
            requests.add(RawReads.explainTables(databases));
        }
        requests.add(rows());
        return new ReadExplanation(requests, Unasked.of(predicate, asked()));
    }

    private PlannedRequest rows() {
        String path = "GET /raw/dbs/" + RawReads.shown(databases, "database") + "/tables/"
                + RawReads.shown(tables, "table") + "/rows";
        long named = databases.isPresent() && tables.isPresent()
                ? (long) databases.get().size() * tables.get().size()
                : 0;
        String each = named == 0 ? " for each table" : "";
        return selection.explain(path, named, each);
    }

    private Unasked.Asked asked() {
        Unasked.Asked names =
                Unasked.values(TABLE.column("_raw_database")).or(Unasked.values(TABLE.column("_raw_table")));
        return names.or(selection.asked(TABLE.column("_raw_key"), TABLE.column("_raw_last_updated_time")));
    }
}
