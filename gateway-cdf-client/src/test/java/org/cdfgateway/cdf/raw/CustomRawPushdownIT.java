package org.cdfgateway.cdf.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.cdf.raw.EmulatedRaw.column;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cdfgateway.cdf.PredicatesOfRows;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.custom.CustomColumn;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pushdown law for tables over RAW: what comes for a predicate, checked again, equals all rows checked; with keys of
 * each type and columns of all types.
 */
class CustomRawPushdownIT {
    private static final int ROWS = 30;
    private static final int SEEDS = 80;

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "VARCHAR", "BIGINT", "BOOL", "DOUBLE_PRECISION", "REAL", "TIMESTAMPTZ", "BYTEA"})
    void leavesOutNoRowOfThePredicate(CustomColumnType keyType) {
        CustomColumn[] columns = Arrays.stream(CustomColumnType.values())
                .map(type -> column(type == keyType ? "the key" : "c " + type.apiName(), type))
                .toArray(CustomColumn[]::new);
        try (EmulatedRaw raw = EmulatedRaw.withKey("the key", columns)) {
            Random random = new Random(SEEDS);
            int key = raw.table.position("the key").orElseThrow();
            for (int i = 0; i < ROWS; i++) {
                @Nullable Object[] values = new @Nullable Object[columns.length];
                for (int c = 0; c < columns.length; c++) {
                    values[c] = value(columns[c].type().sqlType().family(), random, c == key);
                }
                raw.insert(values);
            }
            List<Row> all = raw.rows();
            assertThat(all).isNotEmpty();

            for (long seed = 0; seed < SEEDS; seed++) {
                Predicate predicate = new PredicatesOfRows(raw.table, all, seed).next(3);

                List<Row> found = raw.rows(predicate);

                assertThat(found.stream().filter(row -> predicate.matches(raw.table, row)))
                        .as("seed %d: %s", seed, predicate)
                        .containsExactlyInAnyOrderElementsOf(all.stream()
                                .filter(row -> predicate.matches(raw.table, row))
                                .toList());
            }
        }
    }

    private static @Nullable Object value(ColumnType family, Random random, boolean isKey) {
        if (!isKey && random.nextInt(4) == 0) {
            return null;
        }
        int some = random.nextInt(12);
        return switch (family) {
            case BOOLEAN -> some % 2 == 0;
            case BIGINT -> some == 0 ? Long.MAX_VALUE : some - 5L;
            case DOUBLE -> some == 0 ? Double.NaN : some == 1 ? -0.0 : some == 2 ? 0.0 : some / 3.0;
            case REAL -> some == 0 ? Double.NEGATIVE_INFINITY : (double) (some / 3.0f);
            case TEXT ->
                List.of("a", "A", "ø", "a/b", "..", ".", " ", "%41", "a?b", "a#b", "🙂", "a,b")
                        .get(some);
            case TIMESTAMPTZ -> some == 0 ? Long.MAX_VALUE : (some - 5) * 1_500L;
            case BYTEA -> List.of("\\x", "\\x00", "\\xff").get(some % 2 + 1);
            case JSON -> "{\"n\":" + some + "}";
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY ->
                Arrays.asList(value(family.element().orElseThrow(), random, true), null);
        };
    }
}
