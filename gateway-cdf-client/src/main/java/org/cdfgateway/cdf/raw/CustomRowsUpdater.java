package org.cdfgateway.cdf.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.cdf.change.UpdateRules;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.domain.write.WriteOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Changes columns of RAW rows. RAW can only replace a row as a whole, and the table may declare some of its columns
 * only: so the row is read again as RAW has it, takes the new values and is written again.
 *
 * @param rows changes rows of table {@code raw_rows}
 * @param stored reads rows of table {@code raw_rows}
 */
record CustomRowsUpdater(CustomTableShape shape, RowUpdater rows, StoredRows stored) implements RowUpdater {
    private static final Column KEY = BuiltInTables.RAW_ROWS.column("_raw_key");
    private static final Column COLUMNS = BuiltInTables.RAW_ROWS.column("_raw_columns");

    @Override
    public List<String> operations() {
        return List.of("GET " + shape.path(), "POST " + shape.path());
    }

    @Override
    public int maxBatchRows() {
        return rows.maxBatchRows();
    }

    @Override
    public int parallelism() {
        return rows.parallelism();
    }

    @Override
    public boolean needsOnlyTheKey() {
        return false;
    }

    @Override
    public void check(RowUpdate update) {
        new UpdateRules(shape.table(), row -> shape.checkKey(row.value(shape.key()))).check(update);
    }

    @Override
    public WriteOutcome update(List<RowUpdate> updates, MissingRows missing, CdfAccess access) {
        Set<String> keys =
                updates.stream().map(update -> shape.keyText(update.key())).collect(Collectors.toSet());
        Map<String, String> columns = stored.columns(shape.source(), keys, access);
        List<RowUpdate> changes = new ArrayList<>(updates.size());
        List<Row> changed = new ArrayList<>(updates.size());
        for (RowUpdate update : updates) {
            Row current = update.current().orElseThrow();
            // A row that has gone meanwhile comes back as it was read.
            String before = columns.getOrDefault(shape.keyText(update.key()), shape.columns(current));
            changes.add(rawUpdate(update, before));
            changed.add(after(current, update));
        }
        rows.update(changes, missing, access);
        return new WriteOutcome(changed, List.of());
    }

    private RowUpdate rawUpdate(RowUpdate update, String before) {
        List<Column> set = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        String key = shape.keyText(update.key());
        String newKey = key;
        for (int i = 0; i < update.columns().size(); i++) {
            Column column = update.columns().get(i);
            Object value = update.values().value(i);
            if (column.equals(shape.keyColumn())) {
                newKey = shape.keyText(Objects.requireNonNull(value));
            }
            if (shape.stores(column)) {
                set.add(column);
                values.add(value);
            }
        }
        return new RowUpdate(
                shape.rawKey(update.key()),
                List.of(KEY, COLUMNS),
                Row.owning(newKey, CustomRowJson.changed(before, set, Row.owning(values.toArray()))),
                Optional.of(shape.rawRow(key, before)));
    }

    private Row after(Row current, RowUpdate update) {
        @Nullable Object[] values = current.values().toArray();
        for (int i = 0; i < update.columns().size(); i++) {
            values[shape.table().position(update.columns().get(i).name()).orElseThrow()] =
                    update.values().value(i);
        }
        return Row.owning(values);
    }
}
