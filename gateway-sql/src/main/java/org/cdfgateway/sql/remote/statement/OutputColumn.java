package org.cdfgateway.sql.remote.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * One column of a result: a column of the table, a null such as that of {@code SELECT NULL FROM t}, or the address of the
 * row.
 */
public sealed interface OutputColumn {

    ResultColumn result();

    @Nullable
    Object value(Row row);

    /** The table's column that is shown, if any. */
    Optional<Column> column();

    static Row project(List<OutputColumn> outputs, Row row) {
        @Nullable Object[] values = new @Nullable Object[outputs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = outputs.get(i).value(row);
        }
        return Row.owning(values);
    }

    /** The table's columns among the outputs. */
    static Set<Column> columns(List<OutputColumn> outputs) {
        return outputs.stream().flatMap(output -> output.column().stream()).collect(Collectors.toSet());
    }

    static List<ResultColumn> results(List<OutputColumn> outputs) {
        return outputs.stream().map(OutputColumn::result).toList();
    }

    /** A column of the table by its position in the definition. */
    record OfTable(TableDefinition table, int position) implements OutputColumn {
        private Column shown() {
            return table.columns().get(position);
        }

        @Override
        public ResultColumn result() {
            return new ResultColumn(shown().name(), shown().type());
        }

        @Override
        public @Nullable Object value(Row row) {
            return row.value(position);
        }

        @Override
        public Optional<Column> column() {
            return Optional.of(shown());
        }
    }

    /** By what the row can be found again in this transaction: a value that follows those of the table's columns. */
    record Address(String name, int position) implements OutputColumn {
        @Override
        public ResultColumn result() {
            return new ResultColumn(name, SqlType.TEXT);
        }

        @Override
        public @Nullable Object value(Row row) {
            return row.value(position);
        }

        @Override
        public Optional<Column> column() {
            return Optional.empty();
        }
    }

    /** Always null; system columns such as {@code xmin}, which CDF's rows do not have, are answered like this. */
    record AlwaysNull(String name) implements OutputColumn {
        @Override
        public ResultColumn result() {
            return new ResultColumn(name, SqlType.TEXT);
        }

        @Override
        public @Nullable Object value(Row row) {
            return null;
        }

        @Override
        public Optional<Column> column() {
            return Optional.empty();
        }
    }
}
