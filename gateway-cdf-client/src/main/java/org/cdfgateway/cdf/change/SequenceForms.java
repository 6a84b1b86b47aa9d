package org.cdfgateway.cdf.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowUpdate;

/**
 * Updates of sequences, whose columns cannot be set as a whole: CDF wants to know which are new, gone and changed, so
 * the columns that there are have to be read first.
 */
final class SequenceForms implements UpdateForms {
    private static final FieldForm OTHERS = FieldForm.setOrClear(Clearing::classic);

    private final TableDefinition table;
    private final StoredItems items;
    private final Column columns;

    SequenceForms(TableDefinition table, StoredItems items) {
        this.table = table;
        this.items = items;
        this.columns = table.column("columns");
    }

    @Override
    public FieldForm of(List<RowUpdate> updates, CdfAccess access) {
        if (!updates.get(0).columns().contains(columns)) {
            return OTHERS;
        }
        Map<Object, String> current = currentColumns(updates, access);
        return (key, column, value, json) -> {
            if (!column.equals(columns) || value == null) {
                OTHERS.write(key, column, value, json);
                return;
            }
            String before = current.getOrDefault(key.values().get(0), "[]");
            Optional<ObjectNode> change = ColumnsChange.between(before, (String) value);
            if (change.isPresent()) {
                json.writeFieldName(column.cdfField());
                json.writeRawValue(change.get().toString());
            }
        };
    }

    private Map<Object, String> currentColumns(List<RowUpdate> updates, CdfAccess access) {
        Column key = updates.get(0).key().key().columns().get(0);
        int keyPosition = table.position(key.name()).orElseThrow();
        int position = table.position(columns.name()).orElseThrow();
        Map<Object, String> current = new HashMap<>();
        for (Row row : items.find(updates.stream().map(RowUpdate::key).toList(), Set.of(key, columns), access)) {
            Object value = row.value(keyPosition);
            if (value != null && row.value(position) instanceof String json) {
                current.put(value, json);
            }
        }
        return current;
    }
}
