package org.cdfgateway.domain.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A resource table as data. The same value drives the engine's foreign table, decoding, encoding, pushdown, what can be
 * written, and the documentation.
 *
 * @param schema where users find it, {@link #PUBLIC} but for views of a data model
 * @param comment one sentence for {@code COMMENT ON VIEW}
 * @param keys what tells rows apart, the key that rows are addressed by first; empty when nothing does
 * @param insertMode what INSERT does with a row that exists
 * @param refusals the statements that the resource cannot do, with the reasons
 * @param example a statement that shows the table's use, for the documentation; empty when there is none
 * @param fetchSize rows the engine asks for at a time, 1 or more
 */
public record TableDefinition(
        String schema,
        String name,
        String comment,
        List<Column> columns,
        List<Key> keys,
        InsertMode insertMode,
        Map<RowChange, Refusal> refusals,
        String example,
        int fetchSize) {

    public static final String PUBLIC = "public";

    public TableDefinition {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        refusals = Map.copyOf(refusals);
        if (fetchSize < 1) {
            throw new IllegalArgumentException("fetchSize: " + fetchSize + " (expected: >= 1)");
        }
    }

    /** Starts a definition; columns follow in the order SQL shows them. */
    public static Builder table(String name, String comment) {
        return new Builder(name, comment);
    }

    /** What tells the table from all others of the same user. */
    public TableName id() {
        return new TableName(schema, name);
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

    /** Why the table refuses a kind of statement; empty when it does not. */
    public Optional<Refusal> refusal(RowChange change) {
        return Optional.ofNullable(refusals.get(change));
    }

    /** Collects the columns of one table. Not for use by several threads. */
    public static final class Builder {
        /** A CDF list page of the classic resources, so that one FETCH costs one request. */
        private static final int DEFAULT_FETCH_SIZE = 1_000;

        private final String name;
        private final String comment;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<String>> keys = new ArrayList<>();
        private final Map<RowChange, Refusal> refusals = new EnumMap<>(RowChange.class);
        private InsertMode insertMode = InsertMode.CREATE;
        private boolean nullElements;
        private String example = "";
        private String schema = PUBLIC;
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
            columns.add(new Column(columnName, type, cdfField, writeRule, pushables, columnComment, nullElements));
            return this;
        }

        /** Arrays in the columns that follow may hold nulls. */
        public Builder nullElements() {
            nullElements = true;
            return this;
        }

        /** Adds a key of columns that have been added before. */
        public Builder key(String... columnNames) {
            keys.add(List.of(columnNames));
            return this;
        }

        /** Puts the table into a schema of its own instead of {@link #PUBLIC}. */
        public Builder schema(String schemaName) {
            schema = schemaName;
            return this;
        }

        /** INSERT replaces what exists. */
        public Builder upsert() {
            insertMode = InsertMode.UPSERT;
            return this;
        }

        public Builder refuse(RowChange change, String reason, String hint) {
            refusals.put(change, new Refusal(reason, hint));
            return this;
        }

        /** Nothing can be written, for one reason. */
        public Builder readOnly(String reason) {
            for (RowChange change : RowChange.values()) {
                refuse(change, reason, "");
            }
            return this;
        }

        public Builder example(String sql) {
            example = sql;
            return this;
        }

        public Builder fetchSize(int rows) {
            fetchSize = rows;
            return this;
        }

        public TableDefinition build() {
            return new TableDefinition(
                    schema,
                    name,
                    comment,
                    columns,
                    keys.stream().map(this::key).toList(),
                    insertMode,
                    refusals,
                    example,
                    fetchSize);
        }

        private Key key(List<String> columnNames) {
            return new Key(columnNames.stream().map(this::column).toList());
        }

        private Column column(String columnName) {
            return columns.stream()
                    .filter(column -> column.name().equals(columnName))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no column " + columnName + " in " + name));
        }
    }
}
