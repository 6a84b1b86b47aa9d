package org.cdfgateway.domain.write;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.Key;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Says which row is meant.
 *
 * @param values of the key's columns, in their order
 */
public record RowKey(Key key, List<Object> values) {

    public RowKey {
        values = List.copyOf(values);
        if (values.size() != key.columns().size()) {
            throw new IllegalArgumentException(
                    "values: " + values.size() + " (expected: " + key.columns().size() + ")");
        }
    }

    /** The first key of the table that the row has all values of; empty when there is none. */
    public static Optional<RowKey> of(TableDefinition table, Row row) {
        for (Key key : table.keys()) {
            List<@Nullable Object> values = key.columns().stream()
                    .<@Nullable Object>map(
                            column -> row.value(table.position(column.name()).orElseThrow()))
                    .toList();
            if (!values.contains(null)) {
                return Optional.of(
                        new RowKey(key, values.stream().map(Object.class::cast).toList()));
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException when the column is not part of the key */
    public Object value(Column column) {
        int position = key.columns().indexOf(column);
        if (position < 0) {
            throw new IllegalArgumentException("no column " + column.name() + " in key " + this);
        }
        return values.get(position);
    }

    /** As PostgreSQL shows keys in details: {@code (id)=(5)}. */
    @Override
    public String toString() {
        return key.columns().stream().map(Column::name).collect(Collectors.joining(", ", "(", ")=("))
                + IntStream.range(0, values.size())
                        .mapToObj(i -> String.valueOf(values.get(i)))
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
