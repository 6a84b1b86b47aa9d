package org.cdfgateway.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;

import java.util.List;
import org.cdfgateway.domain.identity.SessionFixture;
import org.cdfgateway.domain.port.outbound.FixedTables;
import org.cdfgateway.domain.port.outbound.InMemoryTable;
import org.junit.jupiter.api.Test;

class SqlExplanationsTest {
    private final SqlExplanations explanations = new SqlExplanations(user -> new FixedTables(
            List.of(new InMemoryTable(ASSETS, 10).writable(1_000, 1).changeable(1_000, true)), List.of()));

    private List<String> explain(String sql) {
        return explanations.explain(sql, SessionFixture.aSession());
    }

    @Test
    void explainsReads() {
        assertThat(explain("SELECT id, name FROM public.assets WHERE ((name = 'x'))"))
                .containsExactly("Summary: Execute 1 CDF query", "  Operation: READ assets", "  Filter: name = x");
    }

    @Test
    void explainsReadsOfNothing() {
        assertThat(explain("SELECT id FROM public.assets WHERE (false)"))
                .containsExactly("Summary: Execute no CDF queries");
    }

    @Test
    void tellsConditionsThatOnlyTheGatewayChecks() {
        assertThat(explain("SELECT id FROM public.assets WHERE ((name = 'x')) AND ((parent_id <> id))"))
                .last()
                .isEqualTo("  Local filter: ((parent_id <> id))");
    }

    @Test
    void tellsThatParametersDecide() {
        assertThat(explain("SELECT id FROM public.assets WHERE (($1::bigint = id))"))
                .containsExactly("Summary: Execute 0 or more CDF queries each time, as its parameters tell");
    }

    @Test
    void changesByKeyNeedNoRead() {
        assertThat(explain("UPDATE public.assets SET name = 'y'::text WHERE ((external_id = 'a'))"))
                .containsExactly("Summary: Execute 1 CDF query", "  Operation: CHANGE assets");
        assertThat(explain("DELETE FROM public.assets WHERE ((external_id = ANY ('{a,b}'::text[])))"))
                .containsExactly("Summary: Execute 1 CDF query", "  Operation: DELETE assets");
    }

    @Test
    void otherChangesFindTheirRowsFirst() {
        assertThat(explain("DELETE FROM public.assets WHERE ((name = 'x'))"))
                .containsExactly(
                        "Summary: Execute 1 or more CDF queries",
                        "  Operation: READ assets",
                        "  Filter: name = x",
                        "  Operation: DELETE assets for the rows found");
        assertThat(explain("UPDATE public.assets SET name = $2 WHERE ctid = $1"))
                .containsExactly(
                        "Summary: Execute 0 or more CDF queries", "  Operation: CHANGE assets for the rows found");
    }

    @Test
    void insertsTellTheirBatches() {
        assertThat(explain("INSERT INTO public.assets(name) VALUES ($1)"))
                .containsExactly(
                        "Summary: Execute 0 or more CDF queries", "  Operation: INSERT assets for every 1000 rows");
    }

    @Test
    void saysNothingOfWhatItDoesNotUnderstand() {
        assertThat(explain("SELECT count(*) FROM public.assets")).isEmpty();
        assertThat(explain("SELECT 1 FROM public.elsewhere")).isEmpty();
    }
}
