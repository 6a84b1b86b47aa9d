package org.cdfgateway.domain.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowFixture;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.junit.jupiter.api.Test;

class PredicateTest {
    private static final TableDefinition ASSETS = BuiltInTables.ASSETS;
    private static final Column ID = ASSETS.column("id");
    private static final Column NAME = ASSETS.column("name");
    private static final Column SOURCE = ASSETS.column("source");
    private static final Row PUMP =
            RowFixture.aRow(ASSETS).with("id", 7L).with("name", "pump").row();

    @Test
    void allHoldsForEveryRow() {
        assertThat(Predicate.all().matches(ASSETS, PUMP)).isTrue();
        assertThat(Predicate.all()).hasToString("true");
    }

    @Test
    void noneHoldsForNoRow() {
        assertThat(Predicate.none().matches(ASSETS, PUMP)).isFalse();
        assertThat(Predicate.none()).hasToString("false");
    }

    @Test
    void comparesWithAConstant() {
        assertThat(compare(ID, ComparisonOperator.EQUAL, 7L)).isTrue();
        assertThat(compare(ID, ComparisonOperator.NOT_EQUAL, 7L)).isFalse();
        assertThat(compare(ID, ComparisonOperator.LESS, 8L)).isTrue();
        assertThat(compare(ID, ComparisonOperator.LESS_OR_EQUAL, 7L)).isTrue();
        assertThat(compare(NAME, ComparisonOperator.GREATER, "a")).isTrue();
        assertThat(compare(NAME, ComparisonOperator.GREATER_OR_EQUAL, "q")).isFalse();
    }

    @Test
    void noComparisonHoldsForNull() {
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            assertThat(compare(SOURCE, operator, "x")).as(operator.symbol()).isFalse();
        }
        assertThat(new Predicate.In(SOURCE, List.of("x")).matches(ASSETS, PUMP)).isFalse();
    }

    @Test
    void inHoldsForAnyConstant() {
        assertThat(new Predicate.In(NAME, List.of("valve", "pump")).matches(ASSETS, PUMP))
                .isTrue();
        assertThat(new Predicate.In(NAME, List.of("valve")).matches(ASSETS, PUMP))
                .isFalse();
    }

    @Test
    void nullTestsSeeNulls() {
        assertThat(new Predicate.IsNull(SOURCE).matches(ASSETS, PUMP)).isTrue();
        assertThat(new Predicate.IsNotNull(SOURCE).matches(ASSETS, PUMP)).isFalse();
        assertThat(new Predicate.IsNull(NAME).matches(ASSETS, PUMP)).isFalse();
        assertThat(new Predicate.IsNotNull(NAME).matches(ASSETS, PUMP)).isTrue();
    }

    @Test
    void readsLikeSql() {
        Predicate predicate = new Predicate.And(List.of(
                new Predicate.Comparison(ID, ComparisonOperator.GREATER, 5L),
                new Predicate.Or(List.of(new Predicate.IsNull(SOURCE), new Predicate.In(NAME, List.of("a", "b"))))));

        assertThat(predicate).hasToString("(id > 5 AND (source IS NULL OR name IN (a, b)))");
    }

    @Test
    void conjunctsAreTheOperandsOfATopLevelAnd() {
        Predicate left = new Predicate.IsNull(SOURCE);
        Predicate right = new Predicate.IsNotNull(NAME);

        assertThat(new Predicate.And(List.of(left, right)).conjuncts()).containsExactly(left, right);
        assertThat(left.conjuncts()).containsExactly(left);
    }

    private static boolean compare(Column column, ComparisonOperator operator, Object constant) {
        return new Predicate.Comparison(column, operator, constant).matches(ASSETS, PUMP);
    }
}
