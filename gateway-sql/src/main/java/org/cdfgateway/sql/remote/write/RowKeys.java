package org.cdfgateway.sql.remote.write;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.Key;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowKey;
import org.jspecify.annotations.Nullable;

/** By what a row can be named. */
public final class RowKeys {

    private RowKeys() {}

    /** The columns of all keys of the table. */
    public static Set<Column> columns(TableDefinition table) {
        return table.keys().stream().flatMap(key -> key.columns().stream()).collect(Collectors.toSet());
    }

    /** The keys that the row has all values of. */
    public static List<RowKey> all(TableDefinition table, Row row) {
        return table.keys().stream()
                .flatMap(key -> of(key, table, row).stream())
                .toList();
    }

    /** Empty when the row has not all values of the key. */
    public static Optional<RowKey> of(Key key, TableDefinition table, Row row) {
        List<@Nullable Object> values = key.columns().stream()
                .<@Nullable Object>map(
                        column -> row.value(table.position(column.name()).orElseThrow()))
                .toList();
        return values.contains(null)
                ? Optional.empty()
                : Optional.of(
                        new RowKey(key, values.stream().map(Object.class::cast).toList()));
    }
}
