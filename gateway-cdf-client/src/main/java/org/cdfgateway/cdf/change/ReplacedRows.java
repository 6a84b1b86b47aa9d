package org.cdfgateway.cdf.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.PartialWriteException;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.domain.write.WriteOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows of a resource whose only write is an upsert: the row as it was read takes the new values and is written
 * again. A row whose key changes is written under the new key first and then deleted under the old one, unless another
 * row of the same call has taken that.
 */
public final class ReplacedRows implements RowUpdater {
    private final TableDefinition table;
    private final RowInserter inserter;
    private final RowDeleter deleter;
    private final RowForm form;
    private final UpdateRules rules;

    /** Makes a changed row acceptable to the inserter: without what CDF decides, for example. */
    @FunctionalInterface
    public interface RowForm {

        /**
         * @param before the row as it was read
         * @param changed the same with its new values
         */
        Row insertable(Row before, Row changed);
    }

    public ReplacedRows(TableDefinition table, RowInserter inserter, RowDeleter deleter, RowForm form) {
        this.table = table;
        this.inserter = inserter;
        this.deleter = deleter;
        this.form = form;
        this.rules = new UpdateRules(table, row -> {});
    }

    @Override
    public List<String> operations() {
        return inserter.operations();
    }

    @Override
    public int maxBatchRows() {
        return inserter.maxBatchRows();
    }

    @Override
    public int parallelism() {
        return inserter.parallelism();
    }

    @Override
    public boolean needsOnlyTheKey() {
        return false;
    }

    @Override
    public void check(RowUpdate update) {
        rules.check(update);
        update.current().ifPresent(current -> inserter.check(changed(current, update)));
    }

    @Override
    public WriteOutcome update(List<RowUpdate> updates, MissingRows missing, CdfAccess access) {
        List<Row> rows = new ArrayList<>(updates.size());
        Set<List<@Nullable Object>> taken = new HashSet<>();
        for (RowUpdate update : updates) {
            Row changed = changed(update.current().orElseThrow(), update);
            rows.add(changed);
            taken.add(keyAfter(changed, update));
        }
        List<Row> stored = inserter.insert(rows, access);
        List<RowKey> left = updates.stream()
                .map(RowUpdate::key)
                .filter(key -> !taken.contains(key.values()))
                .toList();
        leave(left, rows.size(), access);
        return new WriteOutcome(stored, List.of());
    }

    private void leave(List<RowKey> keys, int written, CdfAccess access) {
        try {
            for (int from = 0; from < keys.size(); from += deleter.maxBatchRows()) {
                int to = Math.min(keys.size(), from + deleter.maxBatchRows());
                deleter.delete(keys.subList(from, to), MissingRows.SKIP, access);
            }
        } catch (GatewayException e) {
            throw new PartialWriteException(
                    written,
                    e.withHint("The rows stand under their new keys, and may still stand under the old ones."));
        }
    }

    private Row changed(Row current, RowUpdate update) {
        @Nullable Object[] values = current.values().toArray();
        for (int i = 0; i < update.columns().size(); i++) {
            values[table.position(update.columns().get(i).name()).orElseThrow()] =
                    update.values().value(i);
        }
        return form.insertable(current, Row.owning(values));
    }

    /** Parts of the key that are not set stay, whatever the row's form for inserting makes of them. */
    private List<@Nullable Object> keyAfter(Row changed, RowUpdate update) {
        return update.key().key().columns().stream()
                .<@Nullable Object>map(column -> update.columns().contains(column)
                        ? changed.value(table.position(column.name()).orElseThrow())
                        : update.key().value(column))
                .toList();
    }
}
