package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What EXPLAIN tells of the requests to CDF. */
@ExtendWith(GatewayExtension.class)
class ExplainIT {

    private static List<String> lines(RunningGateway gateway, String explain) throws SQLException {
        try (Connection connection = gateway.connect()) {
            return Rows.of(connection, explain).stream().map(String::strip).toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            SELECT name FROM assets WHERE external_id = 'a' | Summary: Execute 1 CDF query~Operation: POST /assets/byids~Lookup by ids: {"externalId":"a"}
            SELECT id FROM assets WHERE name = 'x' | Summary: Execute 1 or more CDF queries~Operation: POST /assets/list~Filter: {"filter":{"name":"x"}}
            SELECT id FROM assets | Summary: Execute 1 or more CDF queries~Operation: POST /assets/list
            SELECT value FROM double_datapoints WHERE external_id = 's' | Summary: Execute 1 or more CDF queries~Operation: POST /timeseries/data/list~Lookup by ids: {"externalId":"s"}
            SELECT value FROM double_datapoints | Operation: POST /timeseries/list~Filter: {"filter":{"isString":false}}
            UPDATE assets SET name = 'y' WHERE external_id = 'a' | Summary: Execute 1 CDF query~Operation: POST /assets/update
            DELETE FROM assets WHERE id = 5 | Summary: Execute 1 CDF query~Operation: POST /assets/delete
            """)
    void tellsWhatCdfIsAsked(String sql, String expected, RunningGateway gateway) throws SQLException {
        assertThat(lines(gateway, "EXPLAIN " + sql))
                .containsSequence(expected.split("~", -1))
                .noneMatch(line -> line.startsWith("Output:") || line.startsWith("Remote SQL:"));
    }

    @Test
    void tellsItForEachSideOfAJoin(RunningGateway gateway) throws SQLException {
        String join = "SELECT 1 FROM assets a JOIN events e ON e.source = a.name WHERE a.id = 5 AND e.type = 't'";

        assertThat(lines(gateway, "EXPLAIN " + join))
                .contains("Operation: POST /assets/byids", "Operation: POST /events/list")
                .contains("Lookup by ids: {\"id\":5}", "Filter: {\"filter\":{\"type\":\"t\"}}");
    }

    @Test
    void keepsWhatVerboseBrings(RunningGateway gateway) throws SQLException {
        assertThat(lines(gateway, "EXPLAIN VERBOSE SELECT id FROM assets WHERE id = 5"))
                .anyMatch(line -> line.startsWith("Output:"))
                .anyMatch(line -> line.startsWith("Remote SQL: SELECT"))
                .contains("Operation: POST /assets/byids");
    }

    @Test
    void explainsPreparedStatementsEachTimeTheyRun(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect();
                PreparedStatement explain =
                        connection.prepareStatement("EXPLAIN SELECT name FROM assets WHERE id = ?")) {
            for (long id = 1; id <= 8; id++) {
                explain.setLong(1, id);
                List<String> plan = new ArrayList<>();
                try (ResultSet rows = explain.executeQuery()) {
                    while (rows.next()) {
                        plan.add(rows.getString(1).strip());
                    }
                }
                assertThat(plan)
                        .contains("Lookup by ids: {\"id\":" + id + "}")
                        .noneMatch(line -> line.startsWith("Remote SQL:"));
            }
        }
    }

    @Test
    void leavesOtherPlansAlone(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            Rows.of(connection, "EXPLAIN SELECT id FROM assets");
            Rows.update(connection, "CREATE TEMPORARY TABLE plain (id int)");

            assertThat(Rows.of(connection, "EXPLAIN (COSTS OFF) SELECT id FROM plain WHERE id = 1"))
                    .containsExactly("Seq Scan on plain", "  Filter: (id = 1)");
            assertThat(Rows.of(connection, "EXPLAIN (FORMAT JSON) SELECT id FROM assets"))
                    .noneMatch(line -> line.contains("Summary"));
        }
    }
}
