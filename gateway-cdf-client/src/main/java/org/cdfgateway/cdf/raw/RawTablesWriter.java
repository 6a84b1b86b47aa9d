package org.cdfgateway.cdf.raw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cdfgateway.cdf.adapter.RequestSequence;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.NamesPage;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.check.ColumnRules;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** Creates RAW tables, and their databases as needed. */
final class RawTablesWriter implements RowInserter {
    private static final TableDefinition TABLE = BuiltInTables.RAW_TABLES;

    private static final int DATABASE = TABLE.position("_raw_database").orElseThrow();
    private static final int NAME = TABLE.position("_raw_table").orElseThrow();

    /** Tables that one request creates (reference/cdf-api-data.md section 10.1). */
    private static final int MAX_TABLES = 1_000;

    private static final RowCheck CHECK = new ColumnRules(TABLE)
            .and(RawNames.DATABASE.check(TABLE, "_raw_database"))
            .and(RawNames.TABLE.check(TABLE, "_raw_table"));

    private final RawApi api;
    private final CallTimeouts timeouts;

    RawTablesWriter(RawApi api, CallTimeouts timeouts) {
        this.api = api;
        this.timeouts = timeouts;
    }

    @Override
    public List<String> operations() {
        return List.of("POST /raw/dbs/{database}/tables");
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
    public boolean dependsOnEarlier(List<Row> rows) {
        return false;
    }

    @Override
    public boolean refersToOtherTables(Row row) {
        return false;
    }

    @Override
    public void check(Row row) {
        CHECK.check(row);
    }

    @Override
    public List<Row> insert(List<Row> rows, CdfAccess access) {
        Map<String, List<String>> byDatabase = new LinkedHashMap<>();
        for (Row row : rows) {
            byDatabase
                    .computeIfAbsent(text(row, DATABASE), unused -> new ArrayList<>())
                    .add(text(row, NAME));
        }
        RequestSequence requests = new RequestSequence();
        byDatabase.forEach((database, names) -> requests.send(
                names.size(),
                () -> api.createTables(
                        access.project(), database, NamesPage.of(names), timeouts.start(RawApi.CREATE, access))));
        return rows;
    }

    private static String text(Row row, int position) {
        return (String) Objects.requireNonNull(row.value(position));
    }
}
