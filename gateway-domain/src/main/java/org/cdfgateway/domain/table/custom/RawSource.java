package org.cdfgateway.domain.table.custom;

import java.util.List;
import java.util.Optional;

/**
 * One table of RAW with columns of declared types. It need not exist: the first row makes it.
 *
 * @param primaryKey the column whose value is the rows' key; without one the table shows the key as {@code _raw_key}
 * @param columns in the order SQL shows them
 */
public record RawSource(String database, String table, Optional<String> primaryKey, List<CustomColumn> columns)
        implements CustomSource {

    public RawSource {
        columns = List.copyOf(columns);
        if (primaryKey.isPresent()
                && columns.stream().noneMatch(column -> column.name().equals(primaryKey.get()))) {
            throw new IllegalArgumentException(
                    "primaryKey: " + primaryKey.get() + " (expected: the name of one of the columns)");
        }
    }
}
