package org.cdfgateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cdfgateway.engine.EngineLogins.connect;
import static org.cdfgateway.engine.EngineLogins.run;
import static org.cdfgateway.engine.EngineLogins.stateOf;

import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.WriteRule;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

class CustomTablesIT {
    private static final String USER = "alice";

    @TempDir
    static Path state;

    private static RemoteTables remote;
    private static EmbeddedEngine engine;

    private Connection session;

    private static TableDefinition table(String schema, String name, String... columns) {
        TableDefinition.Builder table =
                TableDefinition.table(name, "Made by an administrator").schema(schema);
        for (String column : columns) {
            table.column(column, SqlType.TEXT, column, WriteRule.WRITABLE, Set.of(), "About " + column);
        }
        return table.build();
    }

    @BeforeAll
    static void startEngine() throws SQLException {
        remote = RemoteTables.start(state, List.of(BuiltInTables.ASSETS));
        engine = EmbeddedEngine.start(EngineSettings.in(state), List.of(BuiltInTables.ASSETS), remote.endpoint());
        try (Connection behind = remote.connect()) {
            run(behind, "CREATE TABLE pumps (a text, b text)");
            run(behind, "CREATE SCHEMA plant; CREATE TABLE plant.\"Pump\" (a text)");
            run(behind, "GRANT USAGE ON SCHEMA plant TO cdf");
            run(behind, "GRANT ALL ON pumps, plant.\"Pump\" TO cdf");
        }
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
        remote.close();
    }

    @BeforeEach
    void logIn() throws SQLException {
        engine.show(USER, List.of());
        session = connect(engine.provide(USER));
    }

    @AfterEach
    void logOut() throws SQLException {
        session.close();
    }

    private List<String> views() throws SQLException {
        return run(
                        session,
                        "SELECT schemaname || '.' || viewname FROM pg_views WHERE viewowner = 'cdf_owner'"
                                + " AND schemaname <> 'v1' AND viewname <> 'assets' ORDER BY 1")
                .stream()
                .map(String::valueOf)
                .toList();
    }

    @Test
    void tablesAppearAndDisappearInOpenSessions() throws SQLException {
        assertThat(stateOf(session, "SELECT * FROM pumps")).isEqualTo("42P01");

        engine.show(USER, List.of(table("public", "pumps", "a", "b")));
        run(session, "INSERT INTO pumps VALUES ('x', 'y')");
        assertThat(run(session, "SELECT b FROM pumps WHERE a = 'x'")).containsExactly("y");

        engine.show(USER, List.of());
        assertThat(stateOf(session, "SELECT * FROM pumps")).isEqualTo("42P01");
        assertThat(run(session, "SELECT count(*) FROM pg_class WHERE relname = 'pumps'"))
                .containsExactly("0");
    }

    @Test
    void preparedStatementsFollow() throws SQLException {
        engine.show(USER, List.of(table("public", "pumps", "a", "b")));
        run(session, "PREPARE p AS SELECT a FROM pumps");
        run(session, "EXECUTE p");

        engine.show(USER, List.of());

        assertThat(stateOf(session, "EXECUTE p")).isEqualTo("42P01");
    }

    @Test
    void changedTablesAreMadeAnewAndOthersStay() throws SQLException {
        TableDefinition staying = table("public", "staying", "a");
        engine.show(USER, List.of(staying, table("public", "pumps", "a")));
        List<?> before = run(session, "SELECT 'staying'::regclass::oid");

        engine.show(USER, List.of(table("public", "pumps", "a", "b"), staying));

        assertThat(run(session, "SELECT 'staying'::regclass::oid")).isEqualTo(before);
        assertThat(run(
                        session,
                        "SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute"
                                + " WHERE attrelid = 'pumps'::regclass AND attnum > 0"))
                .containsExactly("a,b");
    }

    @Test
    void dataModelsHaveSchemasOfTheirOwn() throws Exception {
        engine.show(USER, List.of(table("plant", "Pump", "a"), table("public", "Pump", "a")));

        assertThat(views()).containsExactly("plant.Pump", "public.Pump");
        long rows = session.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY cdf_models_copy.\"plant.Pump\" (a) FROM STDIN", new StringReader("x\n"));
        assertThat(rows).isEqualTo(1);
        assertThat(run(session, "SET search_path = plant; SELECT a FROM \"Pump\""))
                .isEmpty();
        assertThat(run(session, "SELECT a FROM \"Pump\"")).containsExactly("x");
        assertThat(run(session, "SELECT col_description('plant.\"Pump\"'::regclass, 1)"))
                .containsExactly("About a");
        assertThat(stateOf(session, "CREATE TABLE plant.x (a int)")).isEqualTo("42501");

        engine.show(USER, List.of());
        assertThat(run(session, "SELECT count(*) FROM pg_namespace WHERE nspname = 'plant'"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my_table-1",
                "Mixed Case",
                "double\"quote",
                "single'quote",
                "{d 'x'} ? $1 $$ -- /* ;",
                "пумпа 泵",
                "a.b",
                "select",
                "back\\slash",
                "012345678901234567890123456789012345678901234567890123456789012"
            })
    void takesAnyName(String name) throws SQLException {
        engine.show(USER, List.of(table("public", name, name), table("m " + name.substring(2), "View", "select")));

        assertThat(views()).hasSize(2).contains("public." + name);
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        assertThat(run(
                        session,
                        "EXPLAIN (COSTS OFF) SELECT 1 WHERE false AND EXISTS (SELECT " + quoted + " FROM " + quoted
                                + ")"))
                .isNotEmpty();
    }

    @Test
    void idleTransactionsDoNotBlockForEver() throws SQLException {
        engine.show(USER, List.of(table("public", "pumps", "a", "b")));
        run(session, "BEGIN");
        run(session, "SELECT a FROM pumps");

        engine.show(USER, List.of());

        assertThatThrownBy(() -> run(session, "SELECT 1")).isInstanceOf(SQLException.class);
        try (Connection next = connect(engine.provide(USER))) {
            assertThat(stateOf(next, "SELECT * FROM pumps")).isEqualTo("42P01");
        }
    }

    @Test
    void temporaryViewsOverATableGoWithIt() throws SQLException {
        engine.show(USER, List.of(table("public", "pumps", "a", "b")));
        run(session, "CREATE TEMP VIEW mine AS SELECT a FROM pumps");

        engine.show(USER, List.of());

        assertThat(stateOf(session, "SELECT * FROM mine")).isEqualTo("42P01");
    }

    @Test
    void databasesGetTheirTablesAtLogin() throws SQLException {
        engine.show("later", List.of(table("public", "pumps", "a", "b")));

        try (Connection later = connect(engine.provide("later"))) {
            assertThat(stateOf(later, "SELECT * FROM pumps")).isEqualTo("[]");
        }
        engine.drop("later");
        try (Connection anew = connect(engine.provide("later"))) {
            assertThat(stateOf(anew, "SELECT * FROM pumps")).isEqualTo("42P01");
        }
    }

    @Test
    void takesManyTablesAndColumns() throws SQLException {
        List<TableDefinition> many = new ArrayList<>(IntStream.range(0, 50)
                .mapToObj(i -> table("public", "t" + i, "a", "b"))
                .toList());
        many.add(table(
                "public",
                "wide",
                IntStream.range(0, 1_600).mapToObj(i -> "c" + i).toArray(String[]::new)));

        engine.show(USER, many);

        assertThat(views()).hasSize(51);
        assertThat(run(session, "SELECT max(attnum) FROM pg_attribute WHERE attrelid = 'wide'::regclass"))
                .containsExactly("1600");
    }
}
