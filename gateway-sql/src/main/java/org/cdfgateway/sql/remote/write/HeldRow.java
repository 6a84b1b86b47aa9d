package org.cdfgateway.sql.remote.write;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction makes of one row by what it holds back.
 *
 * @param inserted the row as the transaction inserted it; null when it did not
 * @param updates of the row, the oldest first
 */
record HeldRow(boolean isDeleted, @Nullable Row inserted, List<RowUpdate> updates) {

    static final HeldRow UNTOUCHED = new HeldRow(false, null, List.of());
    static final HeldRow DELETED = new HeldRow(true, null, List.of());

    static HeldRow insertedAs(Row row) {
        return new HeldRow(false, row, List.of());
    }

    HeldRow and(RowUpdate update) {
        List<RowUpdate> longer = new ArrayList<>(updates);
        longer.add(update);
        return new HeldRow(isDeleted, inserted, longer);
    }

    /** The row with the new values. */
    Row applyTo(Row row, TableDefinition table) {
        if (updates.isEmpty()) {
            return row;
        }
        @Nullable Object[] values = row.values().toArray();
        for (RowUpdate update : updates) {
            for (int i = 0; i < update.columns().size(); i++) {
                values[table.position(update.columns().get(i).name()).orElseThrow()] =
                        update.values().value(i);
            }
        }
        return Row.owning(values);
    }
}
