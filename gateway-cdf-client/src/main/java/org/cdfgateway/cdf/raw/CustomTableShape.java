package org.cdfgateway.cdf.raw;

import java.util.List;
import java.util.stream.IntStream;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.domain.table.custom.RawSource;
import org.cdfgateway.domain.table.custom.RawTableDefinition;
import org.cdfgateway.domain.write.RowKey;
import org.jspecify.annotations.Nullable;

/**
 * How a table with declared columns stands over its RAW table: rows here and rows of table {@code raw_rows}.
 *
 * @param key the position of the column that is the row's key in RAW
 * @param lastUpdated the position of the time that CDF decides
 * @param stored the positions of the columns that RAW stores, the primary key included
 */
record CustomTableShape(TableDefinition table, RawTable source, int key, int lastUpdated, List<Integer> stored) {

    static CustomTableShape of(TableDefinition table, RawSource source) {
        int key = table.position(source.primaryKey().orElse(RawTableDefinition.KEY))
                .orElseThrow();
        int lastUpdated = table.position(RawTableDefinition.LAST_UPDATED_TIME).orElseThrow();
        return new CustomTableShape(
                table,
                new RawTable(source.database(), source.table()),
                key,
                lastUpdated,
                IntStream.range(0, table.columns().size())
                        .filter(position -> position != lastUpdated)
                        .filter(position ->
                                position != key || source.primaryKey().isPresent())
                        .boxed()
                        .toList());
    }

    Column column(int position) {
        return table.columns().get(position);
    }

    Column keyColumn() {
        return column(key);
    }

    boolean stores(Column column) {
        return stored.contains(table.position(column.name()).orElseThrow());
    }

    /** Of the rows, as EXPLAIN shows it. */
    String path() {
        return "/raw/dbs/" + source.database() + "/tables/" + source.name() + "/rows";
    }

    /** Refuses a value of the key column that no key of RAW can be. */
    void checkKey(@Nullable Object value) {
        if (value != null) {
            RawNames.KEY.check(keyColumn(), keyText(value));
        }
    }

    /** The key in RAW of the row that has a value of the key column. */
    String keyText(Object value) {
        return RawKeyText.of(keyColumn().family(), value);
    }

    String keyText(RowKey rowKey) {
        return keyText(rowKey.value(keyColumn()));
    }

    RowKey rawKey(RowKey rowKey) {
        return new RowKey(
                BuiltInTables.RAW_ROWS.keys().get(0), List.of(source.database(), source.name(), keyText(rowKey)));
    }

    /** The columns of a row, as the JSON object that RAW stores. */
    String columns(Row row) {
        return CustomRowJson.of(
                stored.stream().map(this::column).toList(),
                Row.owning(stored.stream().map(row::value).toArray()));
    }

    /** A row of table {@code raw_rows}, in the order of its columns. */
    Row rawRow(String keyText, String columns) {
        return Row.owning(source.database(), source.name(), keyText, columns, null);
    }
}
