package org.cdfgateway.cdf.raw;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.domain.table.custom.CustomColumn;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.cdfgateway.domain.table.custom.RawSource;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.RowUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code "db"."t"} of an emulated RAW, through a custom table. */
final class EmulatedRaw implements AutoCloseable {
    final EmulatedCdf cdf = EmulatedCdf.empty();
    final TableAdapter adapter;
    final TableDefinition table;

    private EmulatedRaw(Optional<String> primaryKey, CustomColumn... columns) {
        RawSource source = new RawSource("db", "t", primaryKey, List.of(columns));
        adapter = cdf.connection()
                .customTables()
                .adapters(new CustomTable("pumps", source, Instant.EPOCH))
                .get(0);
        table = adapter.table();
    }

    static EmulatedRaw withKey(String primaryKey, CustomColumn... columns) {
        return new EmulatedRaw(Optional.of(primaryKey), columns);
    }

    static EmulatedRaw withoutKey(CustomColumn... columns) {
        return new EmulatedRaw(Optional.empty(), columns);
    }

    static CustomColumn column(String name, CustomColumnType type) {
        return new CustomColumn(name, type);
    }

    /** Puts a row into RAW as somebody else would. */
    void put(String key, String columns) {
        cdf.post(
                "raw/dbs/db/tables/t/rows?ensureParent=true",
                "{\"items\":[{\"key\":\"%s\",\"columns\":%s}]}".formatted(key, columns));
    }

    /** The columns of a row as RAW has them. */
    String stored(String key) {
        List<Row> rows = cdf.rows(
                BuiltInTables.RAW_ROWS,
                new Predicate.And(List.of(
                        is(BuiltInTables.RAW_ROWS, "_raw_database", "db"),
                        is(BuiltInTables.RAW_ROWS, "_raw_table", "t"),
                        is(BuiltInTables.RAW_ROWS, "_raw_key", key))));
        return rows.isEmpty() ? "none" : String.valueOf(rows.get(0).value(3));
    }

    private static Predicate is(TableDefinition table, String column, Object value) {
        return new Predicate.Comparison(table.column(column), ComparisonOperator.EQUAL, value);
    }

    Predicate is(String column, Object value) {
        return is(table, column, value);
    }

    List<Row> rows(Predicate predicate, String... columns) {
        Set<String> names = Set.of(columns);
        return cdf.rows(
                adapter,
                new Scan(
                        table,
                        Set.copyOf(table.columns().stream()
                                .filter(column -> names.isEmpty() || names.contains(column.name()))
                                .toList()),
                        predicate));
    }

    List<Row> rows() {
        return rows(Predicate.all());
    }

    /** Values of all rows in the columns, without the time. */
    void insert(@Nullable Object... values) {
        Row row = Row.owning(Arrays.copyOf(values, table.columns().size()));
        adapter.requireInserter().check(row);
        adapter.requireInserter().insert(List.of(row), cdf.access());
    }

    RowUpdate update(Row current, List<String> columns, @Nullable Object... values) {
        return new RowUpdate(
                RowKey.of(table, current).orElseThrow(),
                columns.stream().map(table::column).toList(),
                Row.owning(values),
                Optional.of(current));
    }

    List<Row> update(RowUpdate... updates) {
        List.of(updates).forEach(adapter.requireUpdater()::check);
        return adapter.requireUpdater()
                .update(List.of(updates), MissingRows.SKIP, cdf.access())
                .stored();
    }

    void delete(Row... rows) {
        adapter.requireDeleter()
                .delete(
                        Arrays.stream(rows)
                                .map(row -> RowKey.of(table, row).orElseThrow())
                                .toList(),
                        MissingRows.SKIP,
                        cdf.access());
    }

    @Override
    public void close() {
        cdf.close();
    }
}
