package org.cdfgateway.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.cdfgateway.domain.port.inbound.PlanDetail;
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainAdmissionTest {
    private final StatementGuard guard = Guards.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXPLAIN SELECT * FROM assets | EXPLAIN VERBOSE SELECT * FROM assets",
                "explain analyze DELETE FROM \"assets\" | explain analyze VERBOSE DELETE FROM \"assets\"",
                "EXPLAIN (ANALYZE, COSTS off) TABLE assets | EXPLAIN (ANALYZE, COSTS off, VERBOSE) TABLE assets",
                "EXPLAIN (VERBOSE off) TABLE assets | EXPLAIN (VERBOSE off, VERBOSE) TABLE assets",
                "EXPLAIN (FORMAT text) TABLE assets | EXPLAIN (FORMAT text, VERBOSE) TABLE assets",
                "EXPLAIN (SELECT * FROM assets) | EXPLAIN VERBOSE (SELECT * FROM assets)",
                "EXPLAIN EXECUTE p | EXPLAIN VERBOSE EXECUTE p",
            })
    void switchesVerboseOn(String sql, String admitted) {
        assertThat(guard.admit(sql).text()).isEqualTo(admitted);
        assertThat(guard.planDetail(sql)).isEqualTo(PlanDetail.BRIEF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXPLAIN VERBOSE SELECT 1",
                "EXPLAIN ANALYZE VERBOSE TABLE assets",
                "EXPLAIN (VERBOSE, ANALYZE) TABLE assets",
                "EXPLAIN (verbose true) TABLE assets",
                "EXPLAIN TABLE assets; EXPLAIN VERBOSE TABLE events",
            })
    void sawVerbose(String sql) {
        assertThat(guard.planDetail(sql)).isEqualTo(PlanDetail.VERBOSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXPLAIN SELECT * FROM mine",
                "EXPLAIN (FORMAT JSON) SELECT * FROM assets",
                "EXPLAIN (format 'xml', analyze) SELECT * FROM assets",
                "SELECT 'EXPLAIN assets'",
                "",
            })
    void leavesTheRestAlone(String sql) {
        assertThat(guard.admit(sql).text()).isSameAs(sql);
        assertThat(guard.planDetail(sql)).isEqualTo(PlanDetail.AS_PRINTED);
    }
}
