package org.cdfgateway.sql.pushdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.remote.statement.Conditions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row for which the condition is true is never left out by the predicate. */
class PushdownLawTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void truthImpliesThePredicate(long seed) {
        GeneratedConditions generated = new GeneratedConditions(new Random(seed));
        int held = 0;
        for (int round = 0; round < 2_000; round++) {
            String sql = generated.condition();
            Expression condition = Conditions.condition(sql);
            Predicate predicate = Pushdown.whereTrue(condition);
            for (int i = 0; i < 10; i++) {
                Row row = generated.row();
                if (condition.holds(row)) {
                    held++;
                    assertThat(predicate.matches(Conditions.THINGS, row))
                            .as("seed %d: %s -> %s for %s", seed, sql, predicate, row)
                            .isTrue();
                }
            }
        }
        assertThat(held).isGreaterThan(1_000);
    }
}
