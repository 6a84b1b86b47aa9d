package org.cdfgateway.cdf.table;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.ClassicResource;
import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.row.JsonItems;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/** Creates items of a classic resource; each request is accepted as a whole or not at all. */
final class ClassicWriter implements RowInserter {
    /** Items that one create call takes (reference/cdf-api-resources.md section 1.4). */
    private static final int MAX_ITEMS = 1_000;

    /** The Python SDK's default (reference/cdf-api-resources.md section 1.15). */
    private static final int PARALLELISM = 4;

    private final TableDefinition table;
    private final ClassicResource api;
    private final Operation create;
    private final CallTimeouts timeouts;
    private final RowCheck check;
    private final RowDependency dependency;
    private final List<JsonItems.Written> written;

    ClassicWriter(
            TableDefinition table,
            ClassicResource api,
            Operation create,
            CallTimeouts timeouts,
            RowCheck check,
            RowDependency dependency) {
        this.table = table;
        this.api = api;
        this.create = create;
        this.timeouts = timeouts;
        this.check = check;
        this.dependency = dependency;
        this.written = writable(table);
    }

    private static List<JsonItems.Written> writable(TableDefinition table) {
        List<JsonItems.Written> written = new ArrayList<>();
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).writeRule().insertable()) {
                written.add(new JsonItems.Written(i, columns.get(i)));
            }
        }
        return written;
    }

    @Override
    public int maxBatchRows() {
        return MAX_ITEMS;
    }

    @Override
    public int parallelism() {
        return PARALLELISM;
    }

    @Override
    public boolean dependsOnEarlier(List<Row> rows) {
        return dependency.onEarlier(rows);
    }

    @Override
    public boolean refersToOtherTables() {
        return false;
    }

    @Override
    public void check(Row row) {
        check.check(row);
    }

    @Override
    public List<Row> insert(List<Row> rows, CdfAccess access) {
        List<Row> stored = new ArrayList<>(rows.size());
        RequestSequence requests = new RequestSequence();
        for (int from = 0; from < rows.size(); from += MAX_ITEMS) {
            List<Row> batch = rows.subList(from, Math.min(rows.size(), from + MAX_ITEMS));
            requests.send(batch.size(), () -> stored.addAll(create(batch, access)));
        }
        return stored;
    }

    private List<Row> create(List<Row> batch, CdfAccess access) {
        return api.create(access.project(), new JsonItems(batch, written), timeouts.start(create, access))
                .read(JsonRows.all(table)::page)
                .rows();
    }
}
