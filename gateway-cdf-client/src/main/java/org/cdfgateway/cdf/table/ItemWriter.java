package org.cdfgateway.cdf.table;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.row.JsonItems;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;

/** Creates items of a resource; each request is accepted as a whole or not at all. */
final class ItemWriter implements RowInserter {
    private final ResourceCalls calls;
    private final CreateForm form;
    private final RowCheck check;
    private final RowDependency dependency;
    private final List<JsonItems.Written> written;
    private final JsonRows stored;

    ItemWriter(TableDefinition table, ResourceCalls calls, CreateForm form, RowCheck check, RowDependency dependency) {
        this.calls = calls;
        this.form = form;
        this.check = check;
        this.dependency = dependency;
        this.written = JsonItems.insertable(table);
        this.stored = JsonRows.all(table);
    }

    @Override
    public List<String> operations() {
        return List.of(calls.creation());
    }

    @Override
    public int maxBatchRows() {
        return form.maxItems();
    }

    @Override
    public int parallelism() {
        return form.parallelism();
    }

    @Override
    public boolean dependsOnEarlier(List<Row> rows) {
        return dependency.onEarlier(rows);
    }

    @Override
    public boolean refersToOtherTables(Row row) {
        return dependency.onOtherTables(row);
    }

    @Override
    public void check(Row row) {
        check.check(row);
    }

    @Override
    public List<Row> insert(List<Row> rows, CdfAccess access) {
        List<Row> all = new ArrayList<>(rows.size());
        RequestSequence requests = new RequestSequence();
        for (int from = 0; from < rows.size(); from += form.maxItems()) {
            List<Row> batch = rows.subList(from, Math.min(rows.size(), from + form.maxItems()));
            requests.send(batch.size(), () -> all.addAll(create(batch, access)));
        }
        return all;
    }

    private List<Row> create(List<Row> batch, CdfAccess access) {
        return form.stored(calls.create(form.body(batch, written), access), stored);
    }
}
