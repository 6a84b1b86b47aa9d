package org.cdfgateway.app.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdfgateway.app.differential.Answer.Protocol;
import org.cdfgateway.app.endtoend.RunningGateway;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.custom.CustomColumn;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.cdfgateway.domain.table.custom.CustomTables;
import org.cdfgateway.domain.table.custom.RawSource;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Generated statements over a custom table with a column of each type. {@code -Ddifferential.statements=N} runs N instead of
 * the usual number, {@code -Ddifferential.seed=S} begins at another seed.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class CustomTableDifferentialIT {
    private static final int STATEMENTS = Integer.getInteger("differential.statements", 200);
    private static final long FIRST_SEED = Long.getLong("differential.seed", 1L);
    private static final List<Protocol> PROTOCOLS = List.of(Protocol.values());
    private static final String PLAIN = "plain_";
    private static final String NAME = "everything";
    private static final int ROWS = 300;

    /** One value for each type, by row number {@code n}; each is NULL now and then. */
    private static String value(CustomColumnType type) {
        String value = switch (type) {
            case BIGINT -> "n * 9007199254740993 % 9223372036854775";
            case BIGINT_ARRAY -> "ARRAY[n, NULL, -n]::bigint[]";
            case BOOL -> "n % 2 = 0";
            case BOOL_ARRAY -> "ARRAY[n % 3 = 0, NULL]";
            case BYTEA -> "decode(lpad(to_hex(n), 4, '0'), 'hex')";
            case DOUBLE_PRECISION -> "sin(n) * 10 ^ (n % 30 - 15)";
            case DOUBLE_PRECISION_ARRAY -> "ARRAY[cos(n), NULL]";
            case JSON -> "json_build_object('manufacturer', 'M' || n % 5, 'n', n)";
            case JSON_ARRAY -> "ARRAY[json_build_object('a', n)]";
            case REAL -> "(sin(n) * 1000)::real";
            case REAL_ARRAY -> "ARRAY[(n / 7.0)::real]";
            case TEXT -> "'Pump ' || n % 17";
            case TEXT_ARRAY -> "ARRAY['a', 'b ' || n % 3]";
            case TIMESTAMPTZ -> "timestamptz '2025-01-01 00:00:00+00' + n * interval '7 hours 1.25 seconds'";
            case VARCHAR -> "chr(64 + n % 50) || 'é'";
            case VARCHAR_ARRAY -> "ARRAY[NULL, 'x' || n]::varchar[]";
        };
        return "CASE WHEN n % " + (7 + type.name().length()) + " <> 0 THEN " + value + " END";
    }

    private static String columnOf(CustomColumnType type) {
        return "c_" + type.name().toLowerCase(Locale.ROOT);
    }

    private RunningGateway gateway;
    private Connection connection;
    private SampledTable table;

    @BeforeAll
    void fillBothTables() throws SQLException {
        gateway = RunningGateway.start(EmulatorSettings.defaults().withVolume(Volume.ofAssets(10)));
        connection = gateway.connect();
        List<CustomColumn> columns = Stream.of(CustomColumnType.values())
                .map(type -> new CustomColumn(columnOf(type), type))
                .toList();
        create(columns);
        TableDefinition definition = CustomTables.definitions(new CustomTable(
                        NAME, new RawSource("differential", NAME, Optional.empty(), columns), Instant.EPOCH))
                .get(0);
        try (Statement statement = connection.createStatement()) {
            statement.execute(definition.columns().stream()
                    .map(column -> "\"" + column.name() + "\" " + column.type().ddl())
                    .collect(Collectors.joining(", ", "CREATE TEMP TABLE " + PLAIN + NAME + " (", ")")));
            statement.execute("INSERT INTO " + NAME + " (_raw_key, "
                    + columns.stream().map(CustomColumn::name).collect(Collectors.joining(", ")) + ") SELECT 'k' || n, "
                    + columns.stream().map(column -> value(column.type())).collect(Collectors.joining(", "))
                    + " FROM generate_series(1, " + ROWS + ") n");
            statement.execute("INSERT INTO " + PLAIN + NAME + " SELECT * FROM " + NAME);
            statement.execute("ANALYZE " + PLAIN + NAME);
        }
        table = SampledTable.read(connection, definition, PLAIN + NAME);
    }

    private void create(List<CustomColumn> columns) {
        String body = columns.stream()
                .map(column -> "\"" + column.name() + "\": {\"type\": \""
                        + column.type().apiName() + "\"}")
                .collect(Collectors.joining(
                        ", ",
                        "{\"items\": [{\"type\": \"raw_rows\", \"tablename\": \"" + NAME
                                + "\", \"options\": {\"database\": \"differential\", \"table\": \"" + NAME
                                + "\"}, \"columns\": {",
                        "}}]}"));
        HttpResponse<String> created = gateway.adminCalls(EmulatorSettings.ADMIN)
                .post("/tables/" + gateway.user().username(), body);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
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
    void keepsWhatWasInserted() throws SQLException {
        String values = Stream.of(CustomColumnType.values())
                .map(type -> value(type) + "::" + type.sqlType().ddl() + " AS " + columnOf(type))
                .collect(Collectors.joining(", "));
        String read = Stream.of(CustomColumnType.values())
                .map(type -> switch (type) {
                    case JSON -> columnOf(type) + "::jsonb";
                    case JSON_ARRAY -> columnOf(type) + "::jsonb[]";
                    default -> columnOf(type);
                })
                .collect(Collectors.joining(", "));

        assertThat(Answer.to(connection, "SELECT " + read + " FROM " + NAME, Protocol.UNPREPARED)
                        .rows())
                .isEqualTo(Answer.to(
                                connection,
                                "SELECT " + read + " FROM (SELECT " + values + " FROM generate_series(1, " + ROWS
                                        + ") n) v",
                                Protocol.UNPREPARED)
                        .rows());
    }

    @Test
    void generatedStatementsReturnWhatTheyReturnOnAPlainTable() throws SQLException {
        int succeeded = 0;
        List<String> differences = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + STATEMENTS; seed++) {
            String overPlain = new StatementGenerator(seed, List.of(table), name -> PLAIN + name).next();
            String overCdf = new StatementGenerator(seed, List.of(table), name -> name).next();
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
