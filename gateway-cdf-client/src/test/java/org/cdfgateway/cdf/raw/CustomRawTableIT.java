package org.cdfgateway.cdf.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.cdf.raw.EmulatedRaw.column;
import static org.cdfgateway.domain.table.custom.CustomColumnType.BIGINT;
import static org.cdfgateway.domain.table.custom.CustomColumnType.BIGINT_ARRAY;
import static org.cdfgateway.domain.table.custom.CustomColumnType.DOUBLE_PRECISION;
import static org.cdfgateway.domain.table.custom.CustomColumnType.JSON;
import static org.cdfgateway.domain.table.custom.CustomColumnType.TEXT;
import static org.cdfgateway.domain.table.custom.CustomColumnType.TIMESTAMPTZ;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.write.RowUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomRawTableIT {
    private static final String READ_ROW = "GET /raw/dbs/{db}/tables/{table}/rows/{rowKey}";

    private final EmulatedRaw raw =
            EmulatedRaw.withKey("tag", column("tag", TEXT), column("pressure", DOUBLE_PRECISION), column("spec", JSON));

    @AfterEach
    void stop() {
        raw.close();
    }

    private static List<Object> values(Row row, int count) {
        return new ArrayList<>(row.values().subList(0, count));
    }

    @Test
    void aTableThatDoesNotExistHasNoRows() {
        assertThat(raw.rows()).isEmpty();
        assertThat(raw.rows(raw.is("tag", "a"))).isEmpty();
    }

    @Test
    void theFirstRowCreatesTableAndDatabase() {
        raw.insert("a", 1.5, "{\"n\": 15}");

        assertThat(raw.stored("a")).isEqualTo("{\"tag\":\"a\",\"pressure\":1.5,\"spec\":{\"n\":15}}");
        assertThat(raw.rows()).singleElement().satisfies(row -> {
            assertThat(values(row, 3)).containsExactly("a", 1.5, "{\"n\":15}");
            assertThat(row.value(3)).isInstanceOf(Long.class);
        });
    }

    @Test
    void aSecondInsertReplacesTheWholeRow() {
        raw.put("a", "{\"tag\":\"a\",\"pressure\":1,\"other\":true}");

        raw.insert("a", null, "5");

        assertThat(raw.stored("a")).isEqualTo("{\"tag\":\"a\",\"spec\":5}");
    }

    @Test
    void thePrimaryKeyIsTheKeyWhateverTheColumnSays() {
        raw.put("a", "{\"tag\":\"b\",\"pressure\":\"2.5\"}");
        raw.put("c", "{\"pressure\":null}");

        assertThat(raw.rows()).extracting(row -> row.value(0)).containsExactlyInAnyOrder("a", "c");
        assertThat(raw.rows(raw.is("tag", "a")))
                .singleElement()
                .satisfies(row -> assertThat(values(row, 3)).containsExactly("a", 2.5, null));
        assertThat(raw.rows(raw.is("tag", "b"))).isEmpty();
    }

    @Test
    void asksForRowsByTheirKeys() {
        IntStream.range(0, 5).forEach(i -> raw.put("k" + i, "{}"));
        raw.cdf.emulator().resetRequests();

        List<Row> rows =
                raw.rows(new Predicate.In(raw.table.column("tag"), List.of("k1", "k3", "no such", "x".repeat(2_000))));

        assertThat(rows).hasSize(2);
        assertThat(raw.cdf.emulator().requests()).containsOnlyKeys(READ_ROW).containsEntry(READ_ROW, 3L);
    }

    @Test
    void looksOnlyAtColumnsThatAreNeeded() {
        raw.put("a", "{\"pressure\":\"broken\",\"spec\":1}");

        assertThat(raw.rows(Predicate.all(), "tag", "spec"))
                .singleElement()
                .satisfies(row -> assertThat(values(row, 3)).containsExactly("a", null, "1"));
    }

    @Test
    void namesTheValueThatIsNotOfItsType() {
        raw.put("row 7", "{\"pressure\":\"n/a\"}");

        assertThatExceptionOfType(GatewayException.class).isThrownBy(raw::rows).satisfies(e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_TEXT_REPRESENTATION);
            assertThat(e.text())
                    .isEqualTo("column \"pressure\" of row \"row 7\" in RAW table \"db\".\"t\""
                            + " is not of type DOUBLE PRECISION");
            assertThat(e.detail().orElseThrow()).contains("the text \"n/a\"", "\"pumps\"");
            assertThat(e.hint().orElseThrow()).contains("TEXT");
        });
    }

    @Test
    void anUpdateKeepsWhatTheTableDoesNotDeclare() {
        raw.put("a", "{\"x\":{\"deep\":[1.50]},\"pressure\":1,\"spec\":\"07\"}");
        Row row = raw.rows().get(0);

        List<Row> stored = raw.update(raw.update(row, List.of("pressure"), 2.5));

        assertThat(raw.stored("a")).isEqualTo("{\"x\":{\"deep\":[1.50]},\"spec\":\"07\",\"pressure\":2.5}");
        assertThat(values(stored.get(0), 3)).containsExactly("a", 2.5, "\"07\"");
    }

    @Test
    void setsNullByRemovingTheColumn() {
        raw.put("a", "{\"x\":1,\"pressure\":1}");

        raw.update(raw.update(raw.rows().get(0), List.of("pressure"), new Object[] {null}));

        assertThat(raw.stored("a")).isEqualTo("{\"x\":1}");
    }

    @Test
    void aChangedPrimaryKeyMovesTheRow() {
        raw.put("a", "{\"tag\":\"a\",\"x\":1}");

        raw.update(raw.update(raw.rows().get(0), List.of("tag"), "b"));

        assertThat(raw.stored("a")).isEqualTo("none");
        assertThat(raw.stored("b")).isEqualTo("{\"x\":1,\"tag\":\"b\"}");
    }

    @Test
    void rowsCanTakeEachOthersKeys() {
        raw.put("a", "{\"pressure\":1}");
        raw.put("b", "{\"pressure\":2}");
        Row a = raw.rows(raw.is("tag", "a")).get(0);
        Row b = raw.rows(raw.is("tag", "b")).get(0);

        raw.update(raw.update(a, List.of("tag"), "b"), raw.update(b, List.of("tag"), "a"));

        assertThat(raw.stored("a")).contains("\"pressure\":2");
        assertThat(raw.stored("b")).contains("\"pressure\":1");
    }

    @Test
    void readsTheTableOnceForManyUpdates() {
        IntStream.range(0, 300).forEach(i -> raw.insert("k" + i, (double) i, null));
        RowUpdate[] updates = raw.rows().stream()
                .map(row -> raw.update(row, List.of("spec"), "1"))
                .toArray(RowUpdate[]::new);
        raw.cdf.emulator().resetRequests();

        raw.update(updates);

        assertThat(raw.cdf.emulator().requests()).doesNotContainKey(READ_ROW);
        assertThat(raw.rows())
                .hasSize(300)
                .allSatisfy(row -> assertThat(row.value(2)).isEqualTo("1"));
    }

    @Test
    void deletesRowsByTheirKeys() {
        raw.put("a", "{}");
        raw.put("b", "{}");

        raw.delete(raw.rows(raw.is("tag", "a")).get(0));

        assertThat(raw.rows()).extracting(row -> row.value(0)).containsExactly("b");
    }

    @Test
    void refusesKeysThatRawCannotHave() {
        assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> raw.insert("x".repeat(1_025), null, null));
        assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> raw.insert("", null, null));
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> raw.insert(null, 1.0, null))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_NULL_VIOLATION));
    }

    @Test
    void explainsWhatItAsks() {
        Scan byKey = new Scan(raw.table, Set.of(), raw.is("tag", "a"));
        Scan all = new Scan(raw.table, Set.of(), raw.is("pressure", 1.0));

        assertThat(raw.adapter.explain(byKey, raw.cdf.access()).requests())
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.operation()).isEqualTo("GET /raw/dbs/db/tables/t/rows/{key}");
                    assertThat(request.lookup()).contains("\"a\"");
                });
        assertThat(raw.adapter.explain(all, raw.cdf.access()).unasked()).containsExactly(raw.is("pressure", 1.0));
        assertThat(raw.adapter.estimateRows(byKey, raw.cdf.access())).isEqualTo(1);
        assertThat(raw.adapter.estimateRows(all, raw.cdf.access())).isGreaterThan(1_000);
    }

    @Test
    void numbersAsPrimaryKeysHaveOneSpellingEach() {
        try (EmulatedRaw numbered =
                EmulatedRaw.withKey("id", column("id", BIGINT), column("at", TIMESTAMPTZ), column("n", BIGINT_ARRAY))) {
            numbered.insert(7L, -1L, List.of(1L));
            assertThat(numbered.stored("7")).isEqualTo("{\"id\":7,\"at\":\"1969-12-31T23:59:59.999999Z\",\"n\":[1]}");
            assertThat(numbered.rows(numbered.is("id", 7L))).hasSize(1);

            numbered.put("07", "{}");

            assertThatExceptionOfType(GatewayException.class)
                    .isThrownBy(numbered::rows)
                    .satisfies(e -> assertThat(e.detail().orElseThrow()).contains("\"7\""));
            assertThat(numbered.rows(Predicate.all(), "at")).hasSize(2);
        }
    }

    @Test
    void showsKeysOfTablesWithoutPrimaryKey() {
        try (EmulatedRaw keyed = EmulatedRaw.withoutKey(column("id", BIGINT), column("a,b", TEXT))) {
            keyed.insert("k", 1L, "x");

            assertThat(keyed.stored("k")).isEqualTo("{\"id\":1,\"a,b\":\"x\"}");
            assertThat(keyed.rows())
                    .singleElement()
                    .satisfies(row -> assertThat(values(row, 3)).containsExactly("k", 1L, "x"));

            keyed.update(keyed.update(keyed.rows().get(0), List.of("_raw_key", "id"), "l", 2L));

            assertThat(keyed.stored("k")).isEqualTo("none");
            assertThat(keyed.stored("l")).isEqualTo("{\"a,b\":\"x\",\"id\":2}");
        }
    }

    @Test
    void readsLargeTablesInPartsAndEveryRowOnce() {
        List<Row> rows = IntStream.range(0, 25_000)
                .mapToObj(i -> Row.owning("k" + i, (double) i, null, null))
                .toList();
        for (int from = 0; from < rows.size(); from += 10_000) {
            raw.adapter
                    .requireInserter()
                    .insert(rows.subList(from, Math.min(rows.size(), from + 10_000)), raw.cdf.access());
        }

        assertThat(raw.rows().stream().map(row -> Objects.requireNonNull(row.value(0))))
                .hasSize(25_000)
                .doesNotHaveDuplicates();
    }
}
