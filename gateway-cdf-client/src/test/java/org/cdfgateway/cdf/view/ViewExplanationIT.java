package org.cdfgateway.cdf.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.cdf.RowBuilder.aRow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewExplanationIT {
    private final EmulatedPlant plant = new EmulatedPlant();
    private final TableAdapter pumps = plant.table("Pump");

    @AfterAll
    void stop() {
        plant.close();
    }

    private Predicate is(String column, ComparisonOperator operator, Object constant) {
        return new Predicate.Comparison(pumps.table().column(column), operator, constant);
    }

    private Scan scan(Predicate... conjuncts) {
        return new Scan(pumps.table(), Set.copyOf(pumps.table().columns()), new Predicate.And(List.of(conjuncts)));
    }

    @Test
    void showsTheFilterAndWhatItLeavesOut() {
        Predicate unasked = is("name", ComparisonOperator.GREATER, "m");

        ReadExplanation explanation = pumps.explain(
                scan(
                        is("flow", ComparisonOperator.GREATER, 2.5),
                        is("space", ComparisonOperator.EQUAL, "plant"),
                        is("created_time", ComparisonOperator.GREATER_OR_EQUAL, 1_500L),
                        unasked),
                plant.cdf.access());

        assertThat(explanation.requests())
                .containsExactly(new PlannedRequest(
                        RequestCount.atLeast(1),
                        "POST /models/instances/list",
                        Optional.of("{\"filter\":{\"and\":["
                                + "{\"range\":{\"property\":[\"plant\",\"Pump/v1\",\"flow\"],\"gte\":2.5}},"
                                + "{\"equals\":{\"property\":[\"node\",\"space\"],\"value\":\"plant\"}},"
                                + "{\"range\":{\"property\":[\"node\",\"createdTime\"],"
                                + "\"gte\":\"1970-01-01T00:00:00.002Z\"}}]}}"),
                        Optional.empty()));
        assertThat(explanation.unasked()).containsExactly(unasked);
    }

    @Test
    void showsTheKeysThatAreLookedUp() {
        ReadExplanation explanation = pumps.explain(
                scan(is("space", ComparisonOperator.EQUAL, "plant"), is("external_id", ComparisonOperator.EQUAL, "a")),
                plant.cdf.access());

        assertThat(explanation.requests())
                .containsExactly(PlannedRequest.of(RequestCount.exactly(1), "POST /models/instances/byids")
                        .lookingUp("{\"space\":\"plant\",\"externalId\":\"a\"}"));
        assertThat(explanation.unasked()).isEmpty();
    }

    @Test
    void estimatesByTheCountOfTheView() {
        TableAdapter named = plant.table("Named");
        plant.insert(
                named,
                IntStream.range(0, 321)
                        .mapToObj(i -> aRow(named.table())
                                .with("space", "plant")
                                .with("external_id", "n" + i)
                                .with("name", "N")
                                .build())
                        .toArray(Row[]::new));

        assertThat(named.estimateRows(Scan.everything(named.table()), plant.cdf.access()))
                .isEqualTo(321);
    }
}
