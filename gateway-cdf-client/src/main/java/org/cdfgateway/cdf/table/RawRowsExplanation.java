package org.cdfgateway.cdf.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.cdf.filter.Unasked;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.jspecify.annotations.Nullable;

/**
 * How EXPLAIN shows a read of RAW rows.
 *
 * @param databases that are named
 * @param tables that are named
 * @param keys that rows are read by
 * @param updatedAfter milliseconds, exclusive
 * @param updatedUntil milliseconds, inclusive
 */
record RawRowsExplanation(
        Optional<List<String>> databases,
        Optional<List<String>> tables,
        Optional<List<String>> keys,
        @Nullable Long updatedAfter,
        @Nullable Long updatedUntil) {
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
        if (keys.isPresent()) {
            long requests = named * keys.get().size();
            RequestCount count = named == 0 ? RequestCount.atLeast(0) : RequestCount.exactly(requests);
            return PlannedRequest.of(count, path + "/{key}" + each).lookingUp(Explaining.keys(keys.get()));
        }
        return PlannedRequest.of(RequestCount.atLeast(named), path + each).filteredBy(Explaining.filter(times()));
    }

    private Map<String, Object> times() {
        Map<String, Object> times = new LinkedHashMap<>();
        if (updatedAfter != null) {
            times.put("minLastUpdatedTime", updatedAfter);
        }
        if (updatedUntil != null) {
            times.put("maxLastUpdatedTime", updatedUntil);
        }
        return times;
    }

    private Unasked.Asked asked() {
        Unasked.Asked names =
                Unasked.values(TABLE.column("_raw_database")).or(Unasked.values(TABLE.column("_raw_table")));
        return keys.isPresent()
                ? names.or(Unasked.values(TABLE.column("_raw_key")))
                : names.or(Unasked.range(TABLE.column("_raw_last_updated_time")));
    }
}
