package org.cdfgateway.pgwire.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cdfgateway.domain.port.inbound.PlanDetail;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    private final PlanText text =
            new PlanText(sql -> sql.startsWith("SELECT") ? List.of("Summary: of " + sql, "  Operation: x") : List.of());

    private static final List<String> PLAN = List.of(
            "Nested Loop  (cost=1..2 rows=1 width=8)",
            "  Output: assets.id, 'a",
            "b'::text",
            "  ->  Foreign Scan on cdf.assets  (cost=100.00..100.01 rows=1 width=8)",
            "        Output: assets.id",
            "        Filter: (md5(assets.name) = 'cdf.'::text)",
            "        Remote SQL: SELECT id FROM public.assets WHERE ((name = 'x",
            "y'))",
            "  ->  Foreign Scan on cdf_custom.\"My pumps\"",
            "  ->  Function Scan on pg_catalog.now",
            "Query Identifier: 5");

    @Test
    void putsTheSummaryWhereTheEngineAsks() {
        assertThat(text.shown(PLAN, PlanDetail.BRIEF))
                .containsExactly(
                        "Nested Loop  (cost=1..2 rows=1 width=8)",
                        "  ->  Foreign Scan on assets  (cost=100.00..100.01 rows=1 width=8)",
                        "        Filter: (md5(assets.name) = 'cdf.'::text)",
                        "        Summary: of SELECT id FROM public.assets WHERE ((name = 'x\ny'))",
                        "          Operation: x",
                        "  ->  Foreign Scan on \"My pumps\"",
                        "  ->  Function Scan on pg_catalog.now");
    }

    @Test
    void keepsAllLinesOfVerbose() {
        List<String> shown = text.shown(PLAN, PlanDetail.VERBOSE);

        assertThat(shown).containsAll(PLAN).hasSize(PLAN.size() + 2);
        assertThat(shown.indexOf("          Operation: x")).isEqualTo(PLAN.indexOf("y'))") + 2);
    }

    @Test
    void addsNothingToWhatIsNotUnderstood() {
        assertThat(text.shown(List.of("  Remote SQL: FETCH"), PlanDetail.VERBOSE))
                .hasSize(1);
    }

    @Test
    void doesNotExplainWhatIsTooLong() {
        String sql = "SELECT " + "1".repeat(100_000);

        assertThat(text.shown(List.of("  Remote SQL: " + sql), PlanDetail.BRIEF))
                .containsExactly("  Summary: The query is too long to be explained");
    }
}
