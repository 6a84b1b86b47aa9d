package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
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
    private static final int ROUNDS_OF_CHANGES = 4;
    private static final int ROWS = 2_500;
    private static final String NUMBERED = " FROM generate_series(1, " + ROWS + ") i";
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
        return Stream.of(
                Arguments.of(
                        "INSERT INTO events (external_id, type) SELECT '%1$s-' || i, '%1$s'" + NUMBERED,
                        "SELECT count(*) FROM events WHERE type = '%1$s'"),
                Arguments.of(
                        "INSERT INTO assets (external_id, name, source) SELECT '%1$s-' || i, 'asset', '%1$s'"
                                + NUMBERED,
                        "SELECT count(*) FROM assets WHERE source = '%1$s'"),
                Arguments.of(
                        "INSERT INTO raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns)"
                                + " SELECT 'weather', '%1$s', i, '{}'" + NUMBERED,
                        "SELECT count(*) FROM raw_rows WHERE _raw_database = 'weather' AND _raw_table = '%1$s'"));
    }

    static Stream<Arguments> changes() {
        String raw = "_raw_database = 'weather' AND _raw_table = '%1$s'";
        return Stream.of(
                Arguments.of(
                        "INSERT INTO events (external_id, type) SELECT '%1$s-' || i, '%1$s'" + NUMBERED,
                        "UPDATE events SET subtype = 'changed' WHERE type = '%1$s'",
                        "SELECT count(*) FROM events WHERE type = '%1$s' AND subtype = 'changed'"),
                Arguments.of(
                        "INSERT INTO events (external_id, type) SELECT '%1$s-' || i, '%1$s'" + NUMBERED,
                        "DELETE FROM events WHERE external_id IN (SELECT '%1$s-' || i" + NUMBERED + ")",
                        "SELECT " + ROWS + " - count(*) FROM events WHERE type = '%1$s'"),
                Arguments.of(
                        "INSERT INTO raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns)"
                                + " SELECT 'weather', '%1$s', i, '{}'" + NUMBERED,
                        "UPDATE raw_rows SET _raw_columns = '{\"changed\": true}' WHERE " + raw,
                        "SELECT count(*) FROM raw_rows WHERE " + raw + " AND _raw_columns ->> 'changed' = 'true'"),
                Arguments.of(
                        "INSERT INTO raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns)"
                                + " SELECT 'weather', '%1$s', i, '{}'" + NUMBERED,
                        "DELETE FROM raw_rows WHERE " + raw,
                        "SELECT " + ROWS + " - count(*) FROM raw_rows WHERE " + raw));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void cdfHoldsTheRowsThatTheStatementSays(String insert, String count) throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "round" + round;
            checkInAStorm(round, insert.formatted(name), count.formatted(name));
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void cdfHoldsTheChangesThatTheStatementSays(String insert, String change, String count) throws SQLException {
        String kind = change.substring(0, "UPDATE".length()).toLowerCase(Locale.ROOT) + "-";
        for (int round = 0; round < ROUNDS_OF_CHANGES; round++) {
            String name = kind + round;
            try (Connection connection = gateway.connect()) {
                Rows.update(connection, insert.formatted(name));
            }
            checkInAStorm(round, change.formatted(name), count.formatted(name));
        }
    }

    private void checkInAStorm(long seed, String statement, String count) throws SQLException {
        storm(seed);
        Outcome outcome = run(statement);
        gateway.cdf().faults().clear();
        try (Connection connection = gateway.connect()) {
            long stored = Rows.count(connection, count);
            assertThat(stored).as("%s: %s", statement, outcome.said).isBetween(outcome.least, outcome.most);
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
