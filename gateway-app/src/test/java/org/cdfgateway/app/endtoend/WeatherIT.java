package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.fault.Fault;
import org.cdfgateway.emulator.fault.FaultRule;
import org.cdfgateway.emulator.fault.Faults;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Throttling, failures and broken connections in every call: whatever a statement says of its rows is what CDF holds
 * afterwards. The weather is the same in every run.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WeatherIT {
    private static final int ROUNDS = 8;
    private static final int ROWS = 2_500;
    private static final Pattern ACCEPTED = Pattern.compile("has accepted and keeps: (\\d+) of");

    private RunningGateway gateway;

    @BeforeAll
    void start() throws Exception {
        gateway = RunningGateway.start(EmulatorSettings.defaults());
        try (Connection connection = gateway.connect()) {
            Rows.update(connection, "INSERT INTO time_series (external_id) VALUES ('weather')");
        }
    }

    @AfterAll
    void stop() throws Exception {
        gateway.close();
    }

    static Stream<Arguments> writes() {
        String rows = " FROM generate_series(1, " + ROWS + ") i";
        return Stream.of(
                Arguments.of(
                        "INSERT INTO events (external_id, type) SELECT '%1$s-' || i, '%1$s'" + rows,
                        "SELECT count(*) FROM events WHERE type = '%1$s'"),
                Arguments.of(
                        "INSERT INTO assets (external_id, name, source) SELECT '%1$s-' || i, 'asset', '%1$s'" + rows,
                        "SELECT count(*) FROM assets WHERE source = '%1$s'"),
                Arguments.of(
                        "INSERT INTO raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns)"
                                + " SELECT 'weather', '%1$s', i, '{}'" + rows,
                        "SELECT count(*) FROM raw_rows WHERE _raw_database = 'weather' AND _raw_table = '%1$s'"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void cdfHoldsTheRowsThatTheStatementSays(String insert, String count) throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "round" + round;
            storm(round);
            Outcome outcome = run(insert.formatted(name));
            gateway.cdf().faults().clear();
            try (Connection connection = gateway.connect()) {
                long stored = Rows.count(connection, count.formatted(name));
                assertThat(stored).as("%s: %s", name, outcome.said).isBetween(outcome.least, outcome.most);
            }
        }
    }

    /** Several seeds, because one weather may happen to be fine. */
    private void storm(long seed) {
        gateway.cdf().weather().reseed(seed);
        List<Fault> faults = List.of(
                Fault.status(429),
                Fault.status(500),
                Fault.status(503),
                Fault.dropBefore(),
                Fault.dropAfter(),
                Fault.truncate(0.5));
        faults.forEach(fault ->
                gateway.cdf().faults().add(FaultRule.always(Faults.ANY, fault).withProbability(0.06)));
    }

    /** @param said the error, empty for success */
    private record Outcome(String said, long least, long most) {}

    private Outcome run(String statement) throws SQLException {
        try (Connection connection = gateway.connect()) {
            int rows = Rows.update(connection, statement);
            return new Outcome("", rows, rows);
        } catch (SQLException e) {
            String said = String.valueOf(e.getMessage());
            Matcher accepted = ACCEPTED.matcher(said);
            long least = accepted.find() ? Long.parseLong(accepted.group(1)) : 0;
            boolean doubtful = said.contains("not known whether");
            return new Outcome(said, least, doubtful ? ROWS : least);
        }
    }
}
