package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.emulator.EmulatorSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Custom tables over RAW, made with the HTTP API and used in a session that was open before. */
@ExtendWith(GatewayExtension.class)
class CustomTablesIT {
    private static final String EVERY_TYPE = """
            {"items": [{"type": "raw_rows", "tablename": "My table-1",
              "options": {"database": "custom", "table": "everything", "primaryKey": "key"},
              "columns": {"key": {"type": "TEXT"}, "big": {"type": "BIGINT"}, "bigs": {"type": "BIGINT[]"},
                "bool": {"type": "BOOL"}, "bools": {"type": "BOOL[]"}, "bytes": {"type": "BYTEA"},
                "double": {"type": "DOUBLE PRECISION"}, "doubles": {"type": "DOUBLE PRECISION[]"},
                "json": {"type": "JSON"}, "jsons": {"type": "JSON[]"}, "real": {"type": "REAL"},
                "reals": {"type": "REAL[]"}, "texts": {"type": "TEXT[]"}, "time": {"type": "TIMESTAMPTZ"},
                "Varchar": {"type": "VARCHAR"}, "varchars": {"type": "VARCHAR[]"}}}]}""";

    private static final String ROW =
            "'k1', 9007199254740993, '{1,NULL,3}', true, '{t,f}', '\\x00ff', 0.1, '{0.5,NULL}',"
                    + " '{\"a\": [1]}', ARRAY['{\"b\":2}'::json], 0.1, '{1.5}', '{a,\"b c\"}', '2025-06-01 10:00:00.123+00',"
                    + " 'v', '{x,NULL}'";

    private RunningGateway gateway;
    private AdminCalls admin;
    private DemoUser user;
    private Connection session;

    @BeforeEach
    void connect(RunningGateway running) throws SQLException {
        gateway = running;
        admin = gateway.adminCalls(EmulatorSettings.ADMIN);
        user = admin.signUp().newUser();
        session = gateway.connect(user);
    }

    @AfterEach
    void leave() throws SQLException {
        session.close();
        admin.post("/delete", AdminCalls.named(user));
    }

    private HttpResponse<String> tables(String path, String body) {
        return admin.post("/tables/" + user.username() + path, body);
    }

    private void create(String body) {
        HttpResponse<String> created = tables("", body);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
    }

    private static String raw(String name, String columns) {
        return "{\"items\": [{\"type\": \"raw_rows\", \"tablename\": \"" + name
                + "\", \"options\": {\"database\": \"custom\", \"table\": \"" + name + "\"}, \"columns\": {" + columns
                + "}}]}";
    }

    private void assertState(String sql, String state) {
        assertThatThrownBy(() -> Rows.of(session, sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }

    @Test
    void anOpenSessionUsesATableOfAllTypes() throws Exception {
        assertState("SELECT * FROM \"My table-1\"", "42P01");

        create(EVERY_TYPE);

        assertThat(Rows.update(session, "INSERT INTO \"My table-1\" VALUES (" + ROW + ")"))
                .isEqualTo(1);
        String typed = "SELECT * FROM (VALUES (" + ROW.replace("'k1'", "'k1'::text") + ")) v";
        assertThat(Rows.of(
                        session,
                        "SELECT key, big, bigs, bool, bools, bytes, double, doubles, json, jsons, real, reals, texts,"
                                + " time AT TIME ZONE 'UTC', \"Varchar\", varchars FROM \"My table-1\""))
                .as(typed)
                .containsExactly("k1|9007199254740993|{1,NULL,3}|t|{t,f}|\\x00ff|0.1|{0.5,NULL}|{\"a\":[1]}|"
                        + "{\"{\\\"b\\\":2}\"}|0.1|{1.5}|{a,\"b c\"}|2025-06-01 10:00:00.123|v|{x,NULL}");
        assertThat(Rows.of(
                        session,
                        "SELECT key FROM \"My table-1\" WHERE big > 9007199254740992 AND bytes = '\\x00ff'"
                                + " AND real = 0.1::real AND 'a' = ANY (texts) AND json->'a'->>0 = '1'"))
                .containsExactly("k1");

        assertThat(Rows.update(session, "UPDATE \"My table-1\" SET big = 5, \"Varchar\" = NULL WHERE key = 'k1'"))
                .isEqualTo(1);
        assertThat(Rows.of(session, "SELECT big, \"Varchar\", bool FROM \"My table-1\" WHERE key = 'k1'"))
                .containsExactly("5|null|t");
        assertThat(Rows.update(session, "DELETE FROM \"My table-1\" WHERE big = 5"))
                .isEqualTo(1);
        assertThat(Rows.of(session, "SELECT key FROM \"My table-1\"")).isEmpty();
    }

    @Test
    void copiesInAndOut() throws Exception {
        create(raw("copied", "\"a\": {\"type\": \"BIGINT\"}, \"b\": {\"type\": \"TEXT\"}"));
        CopyManager copy = session.unwrap(PGConnection.class).getCopyAPI();

        assertThat(copy.copyIn(
                        "COPY copied (_raw_key, a, b) FROM STDIN (FORMAT csv)",
                        new StringReader("k1,1,x\nk2,2,\"y z\"\n")))
                .isEqualTo(2);
        StringWriter out = new StringWriter();
        copy.copyOut("COPY copied (_raw_key, a, b) TO STDOUT", out);

        assertThat(out.toString().lines()).containsExactlyInAnyOrder("k1\t1\tx", "k2\t2\ty z");
        assertThat(Rows.of(
                        session,
                        "SELECT _raw_key, _raw_columns FROM raw_rows WHERE _raw_database = 'custom' AND _raw_table = 'copied'"
                                + " ORDER BY 1"))
                .containsExactly("k1|{\"a\":1,\"b\":\"x\"}", "k2|{\"a\":2,\"b\":\"y z\"}");
    }

    @Test
    void tablesThatAreDeletedAreGoneFromOpenSessionsAndTheirRowsStay() throws SQLException {
        create(raw("kept", "\"a\": {\"type\": \"BIGINT\"}"));
        Rows.update(session, "INSERT INTO kept (_raw_key, a) VALUES ('k', 1)");
        Rows.update(session, "PREPARE reading AS SELECT a FROM kept");

        assertThat(tables("/delete", "{\"items\": [{\"tablename\": \"kept\"}]}").body())
                .isEqualTo("{}");

        assertState("SELECT * FROM kept", "42P01");
        assertState("EXECUTE reading", "42P01");
        assertThat(Rows.of(
                        session,
                        "SELECT _raw_key FROM raw_rows WHERE _raw_database = 'custom' AND _raw_table = 'kept'"))
                .containsExactly("k");
    }

    @Test
    void aTableBelongsToItsUser() throws SQLException {
        create(raw("mine", "\"a\": {\"type\": \"BIGINT\"}"));

        assertThat(Rows.of(session, "SELECT count(*) FROM mine")).containsExactly("0");
        try (Connection other = gateway.connect()) {
            assertThatThrownBy(() -> Rows.of(other, "SELECT count(*) FROM mine"))
                    .hasMessageContaining("relation \"mine\" does not exist");
        }
    }

    @Test
    void saysWhoChangesTables() {
        create(raw("managed", "\"a\": {\"type\": \"BIGINT\"}"));

        assertThatThrownBy(() -> Rows.update(session, "DROP TABLE managed"))
                .hasMessageContaining("CDF table \"managed\" cannot be changed or dropped with SQL")
                .hasMessageContaining("./gateway tables delete");
        assertThatThrownBy(() -> Rows.update(session, "CREATE TEMP TABLE managed (a int)"))
                .hasMessageContaining("the name \"managed\" belongs to a CDF table");
    }

    @Test
    void aTemporaryTableOfTheNameIsNotMistakenForTheTable() throws Exception {
        Rows.update(session, "CREATE TEMP TABLE early (a bigint)");
        create(raw("early", "\"a\": {\"type\": \"BIGINT\"}"));
        CopyManager copy = session.unwrap(PGConnection.class).getCopyAPI();

        assertThatThrownBy(() -> copy.copyIn("COPY early (a) FROM STDIN", new StringReader("1\n")))
                .hasMessageContaining("COPY cannot tell which relation \"early\" is meant");
        assertThat(copy.copyIn("COPY pg_temp.early (a) FROM STDIN", new StringReader("1\n")))
                .isEqualTo(1);
    }

    @Test
    void explainsWhatCdfIsAsked() throws SQLException {
        create(raw("explained", "\"a\": {\"type\": \"BIGINT\"}"));

        assertThat(Rows.of(session, "EXPLAIN SELECT a FROM explained WHERE _raw_key = 'k'"))
                .anyMatch(line -> line.contains("Summary: Execute 1 CDF query"));
    }

    @Test
    void anIdleTransactionDoesNotKeepATableForEver() throws SQLException {
        create(raw("held", "\"a\": {\"type\": \"BIGINT\"}"));
        Rows.update(session, "BEGIN");
        Rows.of(session, "SELECT * FROM held");

        assertThat(tables("/delete", "{\"items\": [{\"tablename\": \"held\"}]}").body())
                .isEqualTo("{}");

        assertThatThrownBy(() -> Rows.of(session, "SELECT 1")).isInstanceOf(SQLException.class);
    }

    /** As Cognite's Python SDK asks: yes for true, names with hyphens, the path encoded. */
    @Test
    void answersTheSdk() {
        create(raw("my_table-42", "\"id\": {\"type\": \"BIGINT\"}, \"name\": {\"type\": \"TEXT\"}"));

        assertThat(admin.get("/tables/" + user.username() + "?includeBuiltIns=yes&limit=100")
                        .body())
                .contains("\"tablename\":\"assets\",\"type\":\"built_in\"")
                .contains("\"tablename\":\"my_table-42\",\"type\":\"raw_rows\"");
        assertThat(admin.get("/tables/" + user.username() + "?includeBuiltIns=no")
                        .body())
                .doesNotContain("built_in");
        assertThat(tables("/byids", "{\"items\": [{\"tablename\": \"my_table-42\"}], \"ignoreUnknownIds\": false}")
                        .body())
                .contains("\"columns\":{\"id\":{\"type\":\"BIGINT\"},\"name\":{\"type\":\"TEXT\"}}");
    }

    @Test
    void tablesAreThereAtTheNextLogin() throws SQLException {
        DemoUser later = admin.signUp().newUser();
        admin.post("/tables/" + later.username(), raw("before", "\"a\": {\"type\": \"BIGINT\"}"));

        try (Connection first = gateway.connect(later)) {
            assertThat(Rows.of(first, "SELECT count(*) FROM before")).containsExactly("0");
        }
        admin.delete(later);
        assertThat(admin.get("/tables/" + later.username()).body()).contains("\"missing\":[{\"username\"");
    }
}
