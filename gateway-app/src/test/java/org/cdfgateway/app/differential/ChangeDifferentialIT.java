package org.cdfgateway.app.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cdfgateway.app.endtoend.RunningGateway;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * {@code -Ddifferential.changes=N} runs N statements instead of the usual number, {@code -Ddifferential.seed=S} begins at
 * another seed.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class ChangeDifferentialIT {
    private static final int STATEMENTS = Integer.getInteger("differential.changes", 150);
    private static final long FIRST_SEED = Long.getLong("differential.seed", 1L);
    private static final String PLAIN = "plain_";
    private static final int ASSETS = 60;

    /** CDF sets it at every change. */
    private static final String CHANGES_BY_ITSELF = "last_updated_time";

    private RunningGateway gateway;
    private Connection connection;
    private SampledTable events;

    @BeforeAll
    void copyEvents() throws SQLException {
        gateway = RunningGateway.start(EmulatorSettings.defaults().withVolume(Volume.ofAssets(ASSETS)));
        connection = gateway.connect();
        TableDefinition all = BuiltInTables.EVENTS;
        TableDefinition compared = new TableDefinition(
                all.schema(),
                all.name(),
                all.comment(),
                all.columns().stream()
                        .filter(column -> !column.name().equals(CHANGES_BY_ITSELF))
                        .toList(),
                all.keys(),
                all.insertMode(),
                all.refusals(),
                all.example(),
                all.fetchSize());
        String columns =
                compared.columns().stream().map(column -> column.name()).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute(compared.columns().stream()
                    .map(column -> column.name() + " " + column.type().ddl())
                    .collect(Collectors.joining(", ", "CREATE TEMP TABLE plain_events (", ")")));
            statement.execute("INSERT INTO plain_events SELECT " + columns + " FROM events");
            events = SampledTable.read(connection, compared, "plain_events");
        }
    }

    @AfterAll
    void stop() throws Exception {
        if (connection != null) {
            connection.close();
        }
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void generatedChangesLeaveWhatTheyLeaveInPlainTables() throws SQLException {
        long changed = 0;
        List<String> differences = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + STATEMENTS && differences.size() < 5; seed++) {
            boolean inTransaction = seed % 2 == 0;
            long expected = change(seed, name -> PLAIN + name, inTransaction);
            long actual = change(seed, UnaryOperator.identity(), inTransaction);
            changed += Math.max(0, expected);
            if (actual != expected || !contents("events").equals(contents("plain_events"))) {
                differences.add("seed " + seed + ": " + statement(seed, UnaryOperator.identity()) + "\n  expected "
                        + expected + " rows\n  but was  " + actual + "\n  " + firstDifference());
                copyBack();
            }
        }

        assertThat(differences).isEmpty();
        assertThat(changed)
                .as("rows that were changed; otherwise the generator tests nothing")
                .isGreaterThan(STATEMENTS);
    }

    private String statement(long seed, UnaryOperator<String> naming) {
        return new ChangeGenerator(seed, events, naming).next();
    }

    /** The number of rows, -1 after a failure. */
    private long change(long seed, UnaryOperator<String> naming, boolean inTransaction) throws SQLException {
        connection.setAutoCommit(!inTransaction);
        try (PreparedStatement statement = connection.prepareStatement(statement(seed, naming))) {
            long count = statement.executeUpdate();
            if (inTransaction) {
                connection.commit();
            }
            return count;
        } catch (SQLException e) {
            if (inTransaction) {
                connection.rollback();
            }
            return -1;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private List<String> contents(String table) throws SQLException {
        String columns = events.definition().columns().stream()
                .map(column -> column.name().equals("metadata") ? "metadata::jsonb" : column.name())
                .collect(Collectors.joining(", "));
        return Answer.to(connection, "SELECT " + columns + " FROM " + table, Answer.Protocol.UNPREPARED)
                .rows();
    }

    private String firstDifference() throws SQLException {
        List<String> plain = contents("plain_events");
        List<String> cdf = contents("events");
        List<String> onlyPlain =
                plain.stream().filter(row -> !cdf.contains(row)).limit(2).toList();
        List<String> onlyCdf =
                cdf.stream().filter(row -> !plain.contains(row)).limit(2).toList();
        return "plain " + onlyPlain + "\n  CDF   " + onlyCdf;
    }

    /** Goes on with equal tables after a difference. */
    private void copyBack() throws SQLException {
        String columns = events.definition().columns().stream()
                .map(column -> column.name())
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE plain_events");
            statement.execute("INSERT INTO plain_events SELECT " + columns + " FROM events");
        }
    }
}
