package org.cdfgateway.cdf.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EXTRACTION_PIPELINES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EXTRACTION_PIPELINE_RUNS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.FILES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.LABELS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RELATIONSHIPS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.SEQUENCES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.TIME_SERIES;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cdfgateway.cdf.api.AdvancedFilter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.TableDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Filtering by the pushed part and then by the predicate equals filtering by the predicate alone. */
class PushdownLawTest {
    private static final int SEEDS = 1_000;
    private static final int ROWS = 60;

    static Stream<Arguments> resources() {
        return Stream.of(
                Arguments.of(ASSETS, ResourceFilter.ASSETS),
                Arguments.of(EVENTS, ResourceFilter.EVENTS),
                Arguments.of(FILES, ResourceFilter.FILES),
                Arguments.of(LABELS, ResourceFilter.LABELS),
                Arguments.of(RELATIONSHIPS, ResourceFilter.RELATIONSHIPS),
                Arguments.of(TIME_SERIES, ResourceFilter.TIME_SERIES),
                Arguments.of(SEQUENCES, ResourceFilter.SEQUENCES),
                Arguments.of(EXTRACTION_PIPELINES, ResourceFilter.EXTRACTION_PIPELINES),
                Arguments.of(EXTRACTION_PIPELINE_RUNS, ResourceFilter.EXTRACTION_PIPELINE_RUNS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("resources")
    void noRowOfThePredicateIsMissed(TableDefinition table, ResourceFilter filter) {
        CdfFilterModel cdf = new CdfFilterModel(table);
        for (long seed = 0; seed < SEEDS; seed++) {
            PredicateGenerator generated = new PredicateGenerator(table, seed);
            Predicate predicate = generated.predicate();
            List<Row> rows =
                    IntStream.range(0, ROWS).mapToObj(i -> generated.row()).toList();

            ReadPlan plan = table.equals(EXTRACTION_PIPELINE_RUNS) ? filter.listing(predicate) : filter.plan(predicate);

            assertThat(rows.stream()
                            .filter(row -> predicate.matches(table, row))
                            .filter(row -> !cdf.returns(plan, row)))
                    .as("seed %d: %s pushed as %s", seed, predicate, plan)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("resources")
    void filtersStayWithinCdfsLimits(TableDefinition table, ResourceFilter filter) {
        for (long seed = 0; seed < SEEDS; seed++) {
            PredicateGenerator generated = new PredicateGenerator(table, seed);
            Predicate many = new Predicate.And(
                    IntStream.range(0, 60).mapToObj(i -> generated.predicate()).toList());

            if (filter.plan(many) instanceof ReadPlan.Listing listing && listing.advancedFilter() != null) {
                assertThat(listing.advancedFilter().clauses())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(AdvancedFilter.MAX_CLAUSES);
            }
        }
    }
}
