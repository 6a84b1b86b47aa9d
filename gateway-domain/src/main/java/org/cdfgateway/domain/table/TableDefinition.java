package org.cdfgateway.domain.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A resource table as data. The same value drives the engine's foreign table, decoding, encoding, pushdown and the
 * documentation.
 *
 * @param comment one sentence for {@code COMMENT ON VIEW}
 * @param fetchSize rows the engine asks for at a time, 1 or more
 */
public record TableDefinition(String name, String comment, List<Column> columns, int fetchSize) {

    public TableDefinition {
        columns = List.copyOf(columns);
        if (fetchSize < 1) {
            throw new IllegalArgumentException("fetchSize: " + fetchSize + " (expected: >= 1)");
        }
    }

    /** Starts a definition; columns follow in the order SQL shows them. */
    public static Builder table(String name, String comment) {
        return new Builder(name, comment);
    }

    /** The position of a column in {@link #columns()}, empty when there is none of that name. */
    public OptionalInt position(String columnName) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(columnName)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** @throws IllegalArgumentException when there is no column of that name */
    public Column column(String columnName) {
        return columns.get(position(columnName)
                .orElseThrow(() -> new IllegalArgumentException("no column " + columnName + " in " + name)));
    }

    /** Collects the columns of one table. Not for use by several threads. */
    public static final class Builder {
        /** A CDF list page of the classic resources, so that one FETCH costs one request. */
        private static final int DEFAULT_FETCH_SIZE = 1_000;

        private final String name;
        private final String comment;
        private final List<Column> columns = new ArrayList<>();
        private int fetchSize = DEFAULT_FETCH_SIZE;

        private Builder(String name, String comment) {
            this.name = name;
            this.comment = comment;
        }

        public Builder column(
                String columnName,
                SqlType type,
                String cdfField,
                WriteRule writeRule,
                Set<Pushable> pushables,
                String columnComment) {
            columns.add(new Column(columnName, type, cdfField, writeRule, pushables, columnComment));
            return this;
        }

        public Builder fetchSize(int rows) {
            fetchSize = rows;
            return this;
        }

        public TableDefinition build() {
            return new TableDefinition(name, comment, columns, fetchSize);
        }
    }
}
