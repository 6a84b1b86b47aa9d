package org.cdfgateway.cdf.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.cdf.RowBuilder.aRow;
import static org.cdfgateway.domain.scan.ComparisonOperator.EQUAL;
import static org.cdfgateway.domain.scan.ComparisonOperator.GREATER;
import static org.cdfgateway.domain.scan.ComparisonOperator.LESS_OR_EQUAL;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RAW_ROWS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RAW_TABLES;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.cdf.adapter.ReadLimits;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.emulator.Volume;
import org.cdfgateway.emulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawIT {
    private static final String READ_ROWS = "GET /raw/dbs/{db}/tables/{table}/rows";
    private static final String READ_ROW = "GET /raw/dbs/{db}/tables/{table}/rows/{rowKey}";
    private static final String INSERT_ROWS = "POST /raw/dbs/{db}/tables/{table}/rows";

    private final EmulatedCdf cdf =
            EmulatedCdf.with(Volume.EMPTY, settings -> settings.withReadLimits(new ReadLimits(5, 10)));

    @AfterEach
    void stop() {
        cdf.close();
    }

    private static Row aRawRow(String database, String table, String key) {
        return aRow(RAW_ROWS)
                .with("_raw_database", database)
                .with("_raw_table", table)
                .with("_raw_key", key)
                .with("_raw_columns", "{\"k\":\"" + key + "\",\"n\":1.50}")
                .build();
    }

    private void fill(String database, String table, int rows) {
        cdf.insert(
                RAW_ROWS,
                IntStream.range(0, rows)
                        .mapToObj(i -> aRawRow(database, table, "key-" + i))
                        .toList());
        cdf.emulator().resetRequests();
    }

    private static Predicate is(String column, ComparisonOperator operator, Object constant) {
        return new Predicate.Comparison(RAW_ROWS.column(column), operator, constant);
    }

    private static Predicate table(String database, String table, Predicate... more) {
        List<Predicate> all = new ArrayList<>(List.of(more));
        all.add(is("_raw_database", EQUAL, database));
        all.add(is("_raw_table", EQUAL, table));
        return new Predicate.And(all);
    }

    @Test
    void readsSmallTablesInTwoRequests() {
        fill("db", "t", 9_500);

        List<Row> rows = cdf.rows(RAW_ROWS, table("db", "t"));

        assertThat(rows).hasSize(9_500).doesNotHaveDuplicates();
        assertThat(rows.get(0).value(0)).isEqualTo("db");
        assertThat(rows.get(0).value(1)).isEqualTo("t");
        assertThat((String) Objects.requireNonNull(rows.get(0).value(3))).endsWith("\"n\":1.50}");
        assertThat(cdf.emulator().requests()).containsOnlyKeys(READ_ROWS).containsEntry(READ_ROWS, 2L);
    }

    @Test
    void readsLargeTablesThroughParallelCursorsAndEveryRowOnce() {
        IntStream.range(0, 4)
                .forEach(part -> cdf.insert(
                        RAW_ROWS,
                        IntStream.range(part * 10_000, (part + 1) * 10_000)
                                .mapToObj(i -> aRawRow("db", "t", "key-" + i))
                                .toList()));
        cdf.emulator().resetRequests();

        List<Row> rows = cdf.rows(RAW_ROWS, table("db", "t"));

        assertThat(rows).hasSize(40_000).doesNotHaveDuplicates();
        assertThat(cdf.emulator().requests("GET /raw/dbs/{db}/tables/{table}/cursors"))
                .isEqualTo(1);
        assertThat(cdf.emulator().requests(READ_ROWS)).isBetween(7L, 12L);
    }

    @Test
    void theFirstPageCostsOneRequest() {
        fill("db", "t", 3_000);

        try (RowReader reader = cdf.reader(RAW_ROWS, table("db", "t"))) {
            assertThat(Objects.requireNonNull(reader.next()).size()).isPositive();
        }

        assertThat(cdf.emulator().requests()).containsOnlyKeys(READ_ROWS).containsEntry(READ_ROWS, 1L);
    }

    @Test
    void looksUpKeys() {
        fill("db", "t", 100);

        List<Row> rows = cdf.rows(
                RAW_ROWS,
                table(
                        "db",
                        "t",
                        new Predicate.In(RAW_ROWS.column("_raw_key"), List.of("key-1", "key-2", "no such key"))));

        assertThat(rows).extracting(row -> row.value(2)).containsExactlyInAnyOrder("key-1", "key-2");
        assertThat(cdf.emulator().requests()).containsOnlyKeys(READ_ROW).containsEntry(READ_ROW, 3L);
    }

    @Test
    void unknownTablesHaveNoRows() {
        fill("db", "t", 1);

        assertThat(cdf.rows(RAW_ROWS, table("db", "no such table"))).isEmpty();
        assertThat(cdf.rows(RAW_ROWS, table("no such db", "t"))).isEmpty();
        assertThat(cdf.rows(RAW_ROWS, table("no such db", "t", is("_raw_key", EQUAL, "key-0"))))
                .isEmpty();
        assertThat(cdf.rows(RAW_ROWS, is("_raw_database", EQUAL, "no such db"))).isEmpty();
        assertThat(cdf.rows(
                        RAW_TABLES, new Predicate.Comparison(RAW_TABLES.column("_raw_database"), EQUAL, "no such db")))
                .isEmpty();
    }

    @Test
    void boundsOfTheUpdateTimeKeepTheRowsOnThem() {
        fill("db", "t", 1);
        Row row = cdf.rows(RAW_ROWS, table("db", "t")).get(0);
        long updated = (Long) Objects.requireNonNull(row.value(4));

        assertThat(cdf.rows(RAW_ROWS, table("db", "t", is("_raw_last_updated_time", EQUAL, updated))))
                .containsExactly(row);
        assertThat(cdf.rows(RAW_ROWS, table("db", "t", is("_raw_last_updated_time", LESS_OR_EQUAL, updated))))
                .containsExactly(row);
        assertThat(cdf.rows(RAW_ROWS, table("db", "t", is("_raw_last_updated_time", GREATER, updated))))
                .isEmpty();
        assertThat(cdf.rows(RAW_ROWS, table("db", "t", is("_raw_last_updated_time", GREATER, updated - 1))))
                .containsExactly(row);
    }

    @Test
    void readsAllTablesWhenNoneIsNamed() {
        fill("db1", "a", 2);
        fill("db1", "b", 3);
        fill("db2", "a", 4);

        assertThat(cdf.rows(RAW_ROWS, Predicate.all())).hasSize(9).doesNotHaveDuplicates();
        assertThat(cdf.rows(RAW_ROWS, is("_raw_database", EQUAL, "db1"))).hasSize(5);
        assertThat(cdf.rows(RAW_ROWS, is("_raw_table", EQUAL, "a"))).hasSize(6);
        assertThat(cdf.rows(RAW_TABLES, Predicate.all()))
                .containsExactlyInAnyOrder(Row.owning("db1", "a"), Row.owning("db1", "b"), Row.owning("db2", "a"));
    }

    @Test
    void doesNotReadMoreTablesThanAllowed() {
        IntStream.range(0, 11).forEach(i -> fill("db", "t" + i, 1));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> cdf.rows(RAW_ROWS, Predicate.all()))
                .withMessage("the statement reads more than 10 RAW tables")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.PROGRAM_LIMIT_EXCEEDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a b", "50%41", "æ", "{x}", "a?b#c", "a+b", "%2F"})
    void namesMayHoldAnyCharacter(String name) {
        fill(name, name, 0);
        cdf.insert(RAW_ROWS, aRawRow(name, name, name));

        assertThat(cdf.rows(RAW_ROWS, table(name, name, is("_raw_key", EQUAL, name))))
                .extracting(row -> row.value(2))
                .containsExactly(name);
        assertThat(cdf.rows(RAW_TABLES, Predicate.all())).containsExactly(Row.owning(name, name));
    }

    @Test
    void keysThatNoPathCanHoldAreFoundByReadingTheTable() {
        cdf.insert(RAW_ROWS, aRawRow("db", "t", ".."));

        assertThat(cdf.rows(RAW_ROWS, table("db", "t", is("_raw_key", EQUAL, ".."))))
                .hasSize(1);
    }

    @Test
    void insertsReplaceRowsAndAreRepeated() {
        cdf.emulator().faults().next(1, INSERT_ROWS, Fault.dropAfter());

        cdf.insert(RAW_ROWS, aRawRow("db", "t", "k"));
        cdf.insert(RAW_ROWS, aRawRow("db", "t", "k"));

        assertThat(cdf.rows(RAW_ROWS, table("db", "t"))).hasSize(1);
    }

    @Test
    void rowsOfSeveralTablesGoIntoSeveralRequests() {
        cdf.insert(RAW_ROWS, aRawRow("db", "a", "k"), aRawRow("db", "b", "k"), aRawRow("db", "a", "l"));

        assertThat(cdf.emulator().requests(INSERT_ROWS)).isEqualTo(2);
    }

    @Test
    void wideRowsGoIntoSeveralRequests() {
        String wide = "{\"x\":\"" + "x".repeat(2_000_000) + "\"}";
        cdf.insert(
                RAW_ROWS,
                IntStream.range(0, 6)
                        .mapToObj(i -> aRow(RAW_ROWS)
                                .with("_raw_database", "db")
                                .with("_raw_table", "t")
                                .with("_raw_key", "k" + i)
                                .with("_raw_columns", wide)
                                .build())
                        .toList());

        assertThat(cdf.emulator().requests(INSERT_ROWS)).isEqualTo(3);
    }

    @Test
    void aTableThatExistsCannotBeCreatedAgain() {
        Row table = Row.owning("db", "t");
        cdf.insert(RAW_TABLES, table);

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> cdf.insert(RAW_TABLES, table))
                .withMessageStartingWith("could not create RAW tables: CDF");
    }
}
