package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cdfgateway.app.endtoend.LegacyScript.Step;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.sql.SqlMigration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Every table of 1.0 is read and written in schema v1 as its successor is in 2.0, with the statement that migrate-sql
 * makes: the same answers from the same calls of CDF.
 */
@ExtendWith(GatewayExtension.class)
class LegacyWritingIT {

    private final SqlMigration migration = new SqlMigration(VersionMapping.PRODUCT);

    @ParameterizedTest
    @MethodSource("org.cdfgateway.app.endtoend.LegacyScript#all")
    void answersTheSameInBothVersions(LegacyScript script, RunningGateway gateway) throws Exception {
        try (Connection old = gateway.connect();
                Connection current = gateway.connect()) {
            Rows.update(old, "SET search_path = v1, public");
            for (Step step : script.steps()) {
                gateway.cdf().resetRequests();
                assertThat(answer(old, step, step.sql(), "old")).as(step.sql()).isEqualTo(step.answer());
                Map<String, Long> calls = calls(gateway);

                gateway.cdf().resetRequests();
                String migrated = migration.migrate(step.sql()).text();
                assertThat(answer(current, step, migrated, "new")).as(migrated).isEqualTo(step.answer());
                assertThat(calls(gateway)).as(migrated).isEqualTo(calls);
            }
        }
    }

    /** What CDF was asked, but for what the gateway does on its own. */
    private static Map<String, Long> calls(RunningGateway gateway) {
        Map<String, Long> calls = new TreeMap<>(gateway.cdf().requests());
        calls.keySet().removeIf(call -> call.contains("token") || call.contains("session"));
        return calls;
    }

    private static List<String> answer(Connection connection, Step step, String sql, String run)
            throws SQLException, IOException {
        List<String> answer = new ArrayList<>();
        String statement = sql.replace("$", run);
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try {
            if (!step.copied().isEmpty()) {
                String lines = String.join("\n", step.copied()) + "\n";
                answer.add(String.valueOf(copy.copyIn(statement, new StringReader(lines.replace("$", run)))));
            } else if (sql.startsWith("COPY")) {
                StringWriter out = new StringWriter();
                copy.copyOut(statement, out);
                out.toString().lines().forEach(answer::add);
            } else {
                answer.addAll(executed(connection, statement));
            }
        } catch (SQLException e) {
            answer.add("error " + e.getSQLState());
        }
        return answer.stream().map(line -> line.replace(run, "$")).toList();
    }

    /** Rows, sorted unless the statement orders them; or how many there were. */
    private static List<String> executed(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return List.of(String.valueOf(statement.getUpdateCount()));
            }
            try (ResultSet results = statement.getResultSet()) {
                List<String> rows = Rows.of(results);
                return sql.startsWith("SELECT") ? rows : rows.stream().sorted().toList();
            }
        }
    }
}
