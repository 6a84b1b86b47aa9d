package org.cdfgateway.domain.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.cdfgateway.domain.table.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The expected orders are what PostgreSQL 18 answers to {@code SELECT ... ORDER BY v} in a database with C.UTF-8. */
class ValueOrderTest {

    @Test
    void ordersTextByCodePoint() {
        assertAscending(
                ColumnType.TEXT,
                List.of(
                        "", " ", "A", "B", "_", "a", "a ", "aa", "b", "é", "ÿ", "Ā", "\uD7FF", "\uE000", "\uFFFD", "😀",
                        "🙂"));
    }

    @Test
    void ordersDoublesWithNanOnTop() {
        assertAscending(
                ColumnType.DOUBLE,
                List.of(
                        Double.NEGATIVE_INFINITY,
                        -1.5,
                        -Double.MIN_VALUE,
                        0.0,
                        Double.MIN_VALUE,
                        1.0,
                        Double.MAX_VALUE,
                        Double.POSITIVE_INFINITY,
                        Double.NaN));
    }

    @Test
    void bothZeroesAreEqual() {
        assertThat(ValueOrder.compareDoubles(-0.0, 0.0)).isZero();
    }

    @Test
    void nanEqualsItself() {
        assertThat(ValueOrder.compareDoubles(Double.NaN, Double.NaN)).isZero();
    }

    @Test
    void ordersFalseBeforeTrue() {
        assertAscending(ColumnType.BOOLEAN, List.of(false, true));
    }

    @Test
    void ordersNumbersAndTimesBySize() {
        List<Object> ascending = List.of(Long.MIN_VALUE, -1L, 0L, 1L, 5_000_000_000L, Long.MAX_VALUE);

        assertAscending(ColumnType.BIGINT, ascending);
        assertAscending(ColumnType.TIMESTAMPTZ, ascending);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"JSON", "BOOLEAN_ARRAY", "BIGINT_ARRAY", "DOUBLE_ARRAY", "REAL_ARRAY", "TEXT_ARRAY", "JSON_ARRAY"})
    void refusesFamiliesWithoutOrder(ColumnType family) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueOrder.compare(family, "{}", "{}"))
                .withMessageContaining(family.toString());
    }

    private static void assertAscending(ColumnType family, List<?> ascending) {
        for (int i = 0; i < ascending.size(); i++) {
            for (int k = 0; k < ascending.size(); k++) {
                int order = ValueOrder.compare(family, ascending.get(i), ascending.get(k));

                assertThat(Integer.signum(order))
                        .as("%s against %s", ascending.get(i), ascending.get(k))
                        .isEqualTo(Integer.compare(i, k));
            }
        }
    }
}
