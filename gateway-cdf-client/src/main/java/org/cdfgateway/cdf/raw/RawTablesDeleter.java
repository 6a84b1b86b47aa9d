package org.cdfgateway.cdf.raw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.cdf.adapter.RequestSequence;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.NamesPage;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.WriteOutcome;

/** Deletes RAW tables with their rows. */
final class RawTablesDeleter implements RowDeleter {
    private static final Column DATABASE = BuiltInTables.RAW_TABLES.column("_raw_database");
    private static final Column NAME = BuiltInTables.RAW_TABLES.column("_raw_table");

    /** Tables that one request takes (reference/cdf-api-data.md section 10.1). */
    private static final int MAX_TABLES = 1_000;

    private final RawApi api;
    private final CallTimeouts timeouts;

    RawTablesDeleter(RawApi api, CallTimeouts timeouts) {
        this.api = api;
        this.timeouts = timeouts;
    }

    @Override
    public List<String> operations() {
        return List.of("POST /raw/dbs/{database}/tables/delete");
    }

    @Override
    public int maxBatchRows() {
        return MAX_TABLES;
    }

    @Override
    public int parallelism() {
        return 1;
    }

    @Override
    public boolean needsOnlyTheKey() {
        return false;
    }

    @Override
    public WriteOutcome delete(List<RowKey> keys, MissingRows missing, CdfAccess access) {
        Map<String, List<String>> byDatabase = new LinkedHashMap<>();
        for (RowKey key : keys) {
            byDatabase
                    .computeIfAbsent((String) key.value(DATABASE), unused -> new ArrayList<>())
                    .add((String) key.value(NAME));
        }
        RequestSequence requests = new RequestSequence();
        byDatabase.forEach((database, names) -> requests.send(
                names.size(),
                () -> api.deleteTables(
                        access.project(),
                        database,
                        NamesPage.of(names),
                        timeouts.start(RawApi.DELETE_TABLES, access))));
        return new WriteOutcome(List.of(), List.of());
    }
}
