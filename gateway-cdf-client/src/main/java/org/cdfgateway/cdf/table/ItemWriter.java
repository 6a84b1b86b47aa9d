package org.cdfgateway.cdf.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cdfgateway.cdf.adapter.RequestSequence;
import org.cdfgateway.cdf.api.Answer;
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
        create(rows, access, answer -> all.addAll(form.stored(answer, stored)));
        return all;
    }

    @Override
    public void insertOnly(List<Row> rows, CdfAccess access) {
        create(rows, access, Answer::discard);
    }

    private void create(List<Row> rows, CdfAccess access, Consumer<Answer> answers) {
        RequestSequence requests = new RequestSequence();
        for (int from = 0; from < rows.size(); from += form.maxItems()) {
            List<Row> batch = rows.subList(from, Math.min(rows.size(), from + form.maxItems()));
            requests.send(batch.size(), () -> answers.accept(calls.create(form.body(batch, written), access)));
        }
    }
}
