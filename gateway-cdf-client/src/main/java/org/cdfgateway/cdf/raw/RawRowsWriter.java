package org.cdfgateway.cdf.raw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cdfgateway.cdf.adapter.RequestSequence;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.check.ColumnRules;
import org.cdfgateway.cdf.check.JsonRule;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.row.JsonItems;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** Inserts RAW rows; one with the same key is replaced. Databases and tables are created as needed. */
final class RawRowsWriter implements RowInserter {
    private static final TableDefinition TABLE = BuiltInTables.RAW_ROWS;

    private static final int DATABASE = TABLE.position("_raw_database").orElseThrow();
    private static final int NAME = TABLE.position("_raw_table").orElseThrow();
    private static final int KEY = TABLE.position("_raw_key").orElseThrow();
    private static final int COLUMNS = TABLE.position("_raw_columns").orElseThrow();

    /** Rows that one request takes (reference/cdf-api-data.md section 10.1). */
    private static final int MAX_ROWS = 10_000;

    /** What a request's body should stay below (reference/cdf-api-data.md section 10.3). */
    private static final int MAX_CHARACTERS = 5_000_000;

    /** The Python SDK's default (reference/cdf-api-data.md section 1.6). */
    private static final int PARALLELISM = 2;

    private static final List<JsonItems.Written> WRITTEN = List.of(
            new JsonItems.Written(KEY, TABLE.column("_raw_key")),
            new JsonItems.Written(COLUMNS, TABLE.column("_raw_columns")));

    private static final RowCheck CHECK = new ColumnRules(TABLE)
            .and(RawNames.DATABASE.check(TABLE, "_raw_database"))
            .and(RawNames.TABLE.check(TABLE, "_raw_table"))
            .and(RawNames.KEY.check(TABLE, "_raw_key"))
            .and(JsonRule.object(TABLE, "_raw_columns"));

    private final RawApi api;
    private final CallTimeouts timeouts;

    RawRowsWriter(RawApi api, CallTimeouts timeouts) {
        this.api = api;
        this.timeouts = timeouts;
    }

    @Override
    public List<String> operations() {
        return List.of("POST /raw/dbs/{database}/tables/{table}/rows");
    }

    @Override
    public int maxBatchRows() {
        return MAX_ROWS;
    }

    @Override
    public int parallelism() {
        return PARALLELISM;
    }

    @Override
    public boolean dependsOnEarlier(List<Row> rows) {
        return false;
    }

    @Override
    public void check(Row row) {
        CHECK.check(row);
    }

    @Override
    public List<Row> insert(List<Row> rows, CdfAccess access) {
        Map<RawTable, List<Row>> byTable = new LinkedHashMap<>();
        for (Row row : rows) {
            byTable.computeIfAbsent(new RawTable(text(row, DATABASE), text(row, NAME)), unused -> new ArrayList<>())
                    .add(row);
        }
        RequestSequence requests = new RequestSequence();
        byTable.forEach((table, tableRows) -> bodies(tableRows)
                .forEach(body -> requests.send(
                        body.size(),
                        () -> api.insert(
                                access.project(),
                                table.database(),
                                table.name(),
                                new JsonItems(body, WRITTEN),
                                timeouts.start(RawApi.INSERT, access)))));
        return rows;
    }

    /** Cuts rows into bodies of a sensible size; a row that is larger gets a body of its own. */
    private static List<List<Row>> bodies(List<Row> rows) {
        List<List<Row>> bodies = new ArrayList<>();
        int from = 0;
        long characters = 0;
        for (int i = 0; i < rows.size(); i++) {
            int size =
                    text(rows.get(i), KEY).length() + text(rows.get(i), COLUMNS).length();
            if (i > from && (i - from == MAX_ROWS || characters + size > MAX_CHARACTERS)) {
                bodies.add(rows.subList(from, i));
                from = i;
                characters = 0;
            }
            characters += size;
        }
        bodies.add(rows.subList(from, rows.size()));
        return bodies;
    }

    private static String text(Row row, int position) {
        return (String) Objects.requireNonNull(row.value(position));
    }
}
