package org.cdfgateway.app.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cdfgateway.app.differential.Answer.Protocol;
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
 * {@code -Ddifferential.statements=N} runs N statements instead of the usual number, {@code -Ddifferential.seed=S} begins
 * at another seed.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class DifferentialIT {
    private static final int STATEMENTS = Integer.getInteger("differential.statements", 300);
    private static final long FIRST_SEED = Long.getLong("differential.seed", 1L);
    private static final List<Protocol> PROTOCOLS = List.of(Protocol.values());
    private static final String PLAIN = "plain_";

    /** Enough rows for several pages of the smaller tables, few enough for cross joins of conditions. */
    private static final int ASSETS = 60;

    private RunningGateway gateway;
    private Connection connection;
    private List<SampledTable> tables;

    @BeforeAll
    void copyAllTables() throws SQLException {
        gateway = RunningGateway.start(EmulatorSettings.defaults().withVolume(Volume.ofAssets(ASSETS)));
        connection = gateway.connect();
        tables = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (TableDefinition definition : BuiltInTables.ALL) {
                String plain = PLAIN + definition.name();
                statement.execute(definition.columns().stream()
                        .map(column ->
                                "\"" + column.name() + "\" " + column.type().ddl())
                        .collect(Collectors.joining(", ", "CREATE TEMP TABLE " + plain + " (", ")")));
                statement.execute("INSERT INTO " + plain + " SELECT * FROM " + definition.name());
                statement.execute("ANALYZE " + plain);
                tables.add(SampledTable.read(connection, definition, plain));
            }
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
    void generatedStatementsReturnWhatTheyReturnOnPlainTables() throws SQLException {
        int succeeded = 0;
        List<String> differences = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + STATEMENTS; seed++) {
            String overPlain = new StatementGenerator(seed, tables, name -> PLAIN + name).next();
            String overCdf = new StatementGenerator(seed, tables, name -> name).next();
            Protocol protocol = PROTOCOLS.get((int) (seed % PROTOCOLS.size()));

            Answer expected = Answer.to(connection, overPlain, protocol);
            Answer actual = Answer.to(connection, overCdf, protocol);

            succeeded += expected.sqlState().isEmpty() ? 1 : 0;
            if (!actual.isSameAs(expected)) {
                differences.add("seed " + seed + " (" + protocol + "): " + overCdf + "\n  expected "
                        + expected.summary() + "\n  but was  " + actual.summary());
            }
        }

        assertThat(differences).isEmpty();
        assertThat(succeeded)
                .as("statements that PostgreSQL accepts at all; otherwise the generator tests nothing")
                .isGreaterThan(STATEMENTS / 2);
    }
}
