package org.cdfgateway.cdf.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.domain.scan.ComparisonOperator.EQUAL;
import static org.cdfgateway.domain.scan.ComparisonOperator.GREATER;
import static org.cdfgateway.domain.scan.ComparisonOperator.GREATER_OR_EQUAL;
import static org.cdfgateway.domain.scan.ComparisonOperator.LESS;
import static org.cdfgateway.domain.scan.ComparisonOperator.LESS_OR_EQUAL;

import java.util.List;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LongRangeTest {
    private static final Column TIMESTAMP = BuiltInTables.DOUBLE_DATAPOINTS.column("timestamp");
    private static final Column VALUE = BuiltInTables.DOUBLE_DATAPOINTS.column("value");

    @ParameterizedTest
    @CsvSource({
        "GREATER, 1500, 2",
        "GREATER, 1000, 2",
        "GREATER, -1500, -1",
        "GREATER_OR_EQUAL, 1000, 1",
        "GREATER_OR_EQUAL, 1001, 2",
        "GREATER_OR_EQUAL, -1500, -1",
    })
    void lowerBoundsMoveInside(ComparisonOperator operator, long micros, long min) {
        assertThat(LongRange.ofTime(operator, micros)).isEqualTo(new LongRange(min, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({
        "LESS, 1500, 1",
        "LESS, 1000, 0",
        "LESS, -1500, -2",
        "LESS_OR_EQUAL, 1000, 1",
        "LESS_OR_EQUAL, 999, 0",
        "LESS_OR_EQUAL, -1, -1",
    })
    void upperBoundsMoveInside(ComparisonOperator operator, long micros, long max) {
        assertThat(LongRange.ofTime(operator, micros)).isEqualTo(new LongRange(Long.MIN_VALUE, max));
    }

    @Test
    void noTimeEqualsAFractionOfAMillisecond() {
        assertThat(LongRange.ofTime(EQUAL, 1_500)).isEqualTo(LongRange.NONE);
        assertThat(LongRange.ofTime(EQUAL, 2_000)).isEqualTo(new LongRange(2, 2));
    }

    @Test
    void infinitiesBoundNothingOrEverything() {
        assertThat(LongRange.ofTime(LESS, Long.MAX_VALUE)).isEqualTo(LongRange.ALL);
        assertThat(LongRange.ofTime(LESS_OR_EQUAL, Long.MAX_VALUE)).isEqualTo(LongRange.ALL);
        assertThat(LongRange.ofTime(GREATER, Long.MAX_VALUE)).isEqualTo(LongRange.NONE);
        assertThat(LongRange.ofTime(GREATER_OR_EQUAL, Long.MIN_VALUE)).isEqualTo(LongRange.ALL);
        assertThat(LongRange.ofTime(LESS, Long.MIN_VALUE)).isEqualTo(LongRange.NONE);
        assertThat(LongRange.ofTime(EQUAL, Long.MIN_VALUE)).isEqualTo(LongRange.NONE);
    }

    @ParameterizedTest
    @EnumSource(ComparisonOperator.class)
    void keepsEveryMillisecondThatTheConditionHoldsFor(ComparisonOperator operator) {
        for (long micros = -3_500; micros <= 3_500; micros += 250) {
            LongRange range = LongRange.ofTime(operator, micros);
            for (long millis = -5; millis <= 5; millis++) {
                if (operator.holds(Long.compare(millis * 1_000, micros))) {
                    assertThat(millis)
                            .as("%s %s %d", millis, operator.symbol(), micros)
                            .isBetween(range.min(), range.max());
                }
            }
        }
    }

    @Test
    void alternativesAreSpanned() {
        Predicate predicate = new Predicate.Or(List.of(
                new Predicate.Comparison(TIMESTAMP, EQUAL, 5_000L),
                new Predicate.In(TIMESTAMP, List.of(1_000L, 2_000L))));

        assertThat(LongRange.of(predicate, TIMESTAMP)).isEqualTo(new LongRange(1, 5));
    }

    @Test
    void anAlternativeOnAnotherColumnOpensTheRange() {
        Predicate predicate = new Predicate.Or(List.of(
                new Predicate.Comparison(TIMESTAMP, EQUAL, 5_000L), new Predicate.Comparison(VALUE, EQUAL, 1.0)));

        assertThat(LongRange.of(predicate, TIMESTAMP)).isEqualTo(LongRange.ALL);
    }

    @Test
    void contradictionsLeaveNothing() {
        Predicate predicate = new Predicate.And(List.of(
                new Predicate.Comparison(TIMESTAMP, LESS, 1_000L),
                new Predicate.Comparison(TIMESTAMP, GREATER, 1_000L)));

        assertThat(LongRange.of(predicate, TIMESTAMP)).isEqualTo(LongRange.NONE);
        assertThat(LongRange.of(Predicate.none(), TIMESTAMP)).isEqualTo(LongRange.NONE);
    }
}
