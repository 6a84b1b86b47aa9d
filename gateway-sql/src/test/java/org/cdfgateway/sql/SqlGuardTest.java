package org.cdfgateway.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlGuardTest {
    private final StatementGuard guard = Guards.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT 1",
                "SELECT * FROM assets; INSERT INTO assets(name) VALUES ('; TRUNCATE assets')",
                "EXPLAIN ANALYZE DELETE FROM mine",
                "UPDATE assets SET name = 'x'",
                "MERGE INTO assets USING (VALUES (1)) v(i) ON id = i WHEN MATCHED THEN DELETE",
                "PREPARE transaction AS SELECT 1",
                "PREPARE p(bigint) AS SELECT * FROM assets WHERE id = $1",
                "CREATE TEMP TABLE mine AS SELECT * FROM assets",
                "CREATE TEMP TABLE mine ON COMMIT DROP AS SELECT * FROM assets",
                "CREATE TEMP VIEW v AS SELECT * FROM assets",
                "CREATE INDEX ON mine (id)",
                "DROP TABLE mine; TRUNCATE mine; ALTER TABLE mine ADD COLUMN x int",
                "DROP TABLE other.assets",
                "ALTER TABLE mine RENAME COLUMN a TO assets",
                "ALTER TABLE mine RENAME a TO assets",
                "CREATE TEMP TABLE mine (assets int)",
                "GRANT SELECT ON mine TO PUBLIC",
                "COMMENT ON TABLE mine IS 'x'",
                "DISCARD ALL",
                "DECLARE c CURSOR WITH HOLD FOR SELECT 1; FETCH 100 IN c",
                "DELETE FROM assets WHERE id = 1 RETURNING *",
                "LISTEN x; NOTIFY x; UNLISTEN *",
                "SELECT 'unterminated; SET work_mem = '10GB'",
            })
    void leavesOrdinaryStatementsAlone(String sql) {
        assertThat(guard.admit(sql).text()).isSameAs(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO v1.timeseries (name, legacy_name) VALUES ('a', 'b')",
                "INSERT INTO timeseries AS t (\"legacy_name\") VALUES ('a')",
                "UPDATE timeseries SET name = coalesce(name, 'x'), legacy_name = 'a' WHERE id = 1",
                "UPDATE v1.timeseries AS t SET (name, legacy_name) = ('a', 'b')",
                "COPY timeseries (name, legacy_name) FROM STDIN",
                "WITH x AS (INSERT INTO timeseries (legacy_name) VALUES ('x') RETURNING 1) SELECT FROM x",
                "WITH x AS (SELECT 1) UPDATE ONLY v1.timeseries SET legacy_name = 'x' FROM x",
                "EXPLAIN (ANALYZE) INSERT INTO v1.timeseries (legacy_name) VALUES ('x')",
            })
    void saysWhereToReadAboutColumnsThatAreGone(String sql) {
        assertThat(guard.admit(sql).text())
                .startsWith(
                        "SELECT cdf.refuse('insufficient_privilege', 'column \"legacy_name\" of table \"timeseries\"")
                .contains("docs/migration.md");
    }

    @Test
    void keepsTheParametersOfWhatItRefuses() {
        assertThat(guard.admit("INSERT INTO v1.timeseries (name, legacy_name) VALUES ($2, $1)")
                        .text())
                .endsWith("docs/migration.md.') FROM (SELECT $1::text, $2::text) AS given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO v1.timeseries (name) VALUES ('legacy_name')",
                "INSERT INTO v1.timeseries (name) SELECT legacy_name FROM v1.timeseries",
                "UPDATE v1.timeseries SET name = legacy_name WHERE legacy_name IS NULL",
                "UPDATE v1.timeseries SET name = 'x' RETURNING id, legacy_name",
                "UPDATE v1.timeseries SET name = 'x' FROM mine, legacy_name",
                "WITH x AS (SELECT legacy_name FROM timeseries) SELECT * FROM x FOR UPDATE OF x",
                "WITH x AS (INSERT INTO v1.timeseries (name) VALUES ('x') RETURNING legacy_name) SELECT FROM x",
                "UPDATE mine SET legacy_name = 'x'",
                "INSERT INTO mine (legacy_name) VALUES ('x')",
            })
    void letsColumnsThatAreGoneBeRead(String sql) {
        assertThat(guard.admit(sql).text()).isSameAs(sql);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    COPY assets FROM STDIN                              | COPY cdf_copy."assets" FROM STDIN
                    copy Public."assets" (name, "id") from stdin csv    | copy cdf_copy."assets" (name, "id") from stdin csv
                    COPY BINARY ASSETS FROM STDIN                       | COPY BINARY cdf_copy."assets" FROM STDIN
                    COPY /* x */ assets FROM STDIN WHERE id > 5         | COPY /* x */ cdf_copy."assets" FROM STDIN WHERE id > 5
                    COPY U&"\\0061ssets" FROM STDIN                     | COPY cdf_copy."assets" FROM STDIN
                    COPY assets TO STDOUT                               | COPY (SELECT * FROM assets) TO STDOUT
                    COPY v1.raw (key, columns) FROM STDIN               | COPY v1_copy."raw" (key, columns) FROM STDIN
                    COPY v1.assets FROM STDIN                           | COPY v1_copy."assets" FROM STDIN
                    COPY sequence_rows (id, row_values) FROM STDIN      | COPY v1_copy."sequence_rows" (id, row_values) FROM STDIN
                    COPY sequence_rows (id, "values") FROM STDIN        | COPY cdf_copy."sequence_rows" (id, "values") FROM STDIN
                    COPY v1.raw (key) TO STDOUT                         | COPY (SELECT key FROM v1.raw) TO STDOUT
                    COPY public.assets (id,name) TO STDOUT (FORMAT csv) | COPY (SELECT id,name FROM public.assets) TO STDOUT (FORMAT csv)
                    """)
    void makesCopyWorkOnCdfTables(String sql, String relayed) {
        assertThat(guard.admit(sql).text()).isEqualTo(relayed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    COPY raw FROM STDIN                            | COPY v1_copy."raw" FROM STDIN WHERE (%s)
                    COPY raw (key) FROM STDIN CSV -- all           | COPY v1_copy."raw" (key) FROM STDIN CSV WHERE (%s) -- all
                    COPY raw FROM STDIN (NULL 'where') WHERE a OR b | COPY v1_copy."raw" FROM STDIN (NULL 'where') WHERE (%s) AND ( a OR b)
                    """)
    void letsTheEngineLookForTemporaryTables(String sql, String relayed) {
        assertThat(guard.admit(sql).text())
                .isEqualTo(relayed.formatted(
                        "pg_catalog.to_regclass('pg_temp.\"raw\"') IS NULL OR cdf.refuse_hidden('raw')"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TEMP TABLE raw (key text)",
                "CREATE TEMP VIEW timeseries AS SELECT 1",
                "ALTER TABLE raw ADD COLUMN x int",
                "ALTER TABLE mine RENAME TO datapoints",
                "CREATE INDEX ON raw (key)",
                "TRUNCATE raw",
                "DROP TABLE IF EXISTS raw",
                "GRANT SELECT ON raw TO PUBLIC",
            })
    void leavesTheClientsTablesWithNamesOfVersionOneAlone(String sql) {
        assertThat(guard.admit(sql).text()).isSameAs(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE v1.raw (key text)",
                "DROP VIEW v1.raw",
                "TRUNCATE v1.timeseries",
                "GRANT SELECT ON v1.datapoints TO PUBLIC",
            })
    void refusesToChangeSchemaV1(String sql) {
        assertThat(guard.admit(sql).text()).startsWith("SELECT cdf.refuse('insufficient_privilege', '");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT * FROM assets) TO STDOUT",
                "COPY mine FROM STDIN",
                "COPY pg_temp.assets FROM STDIN",
                "COPY \"Assets\" FROM STDIN",
                "COPY db.public.assets FROM STDIN",
            })
    void leavesOtherCopiesAlone(String sql) {
        assertThat(guard.admit(sql).text()).isSameAs(sql);
    }

    @Test
    void editsEachStatementOfAText() {
        String sql = "BEGIN; COPY assets FROM STDIN; COPY events(type) FROM STDIN; COMMIT";

        assertThat(guard.admit(sql).text())
                .isEqualTo(
                        "BEGIN; COPY cdf_copy.\"assets\" FROM STDIN; COPY cdf_copy.\"events\"(type) FROM STDIN; COMMIT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER ROLE u1 SET work_mem = '10GB'",
                "ALTER USER u1 SUPERUSER",
                "alter /* x */ group g ADD USER u",
                "CREATE ROLE x",
                "CREATE USER x",
                "DROP USER x",
                "DROP OWNED BY x",
                "REASSIGN OWNED BY a TO b",
                "ALTER DATABASE u1 SET work_mem = '10GB'",
                "ALTER SYSTEM SET work_mem = '10GB'",
                "DO $$ BEGIN NULL; END $$",
                "DO LANGUAGE plpgsql 'x'",
                "LOAD 'x'",
                "PREPARE TRANSACTION 'x'",
                "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "Create Procedure p() LANGUAGE sql AS 'SELECT 1'",
                "CREATE OR REPLACE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'",
                "TRUNCATE assets",
                "TRUNCATE TABLE ONLY public.assets",
                "TRUNCATE mine, assets CASCADE",
                "DROP VIEW IF EXISTS mine, assets",
                "DROP TABLE \"assets\"",
                "ALTER TABLE assets ADD COLUMN x int",
                "ALTER VIEW IF EXISTS public.assets RENAME TO x",
                "ALTER TABLE ONLY assets ALTER name TYPE text",
                "CREATE INDEX ON assets (name)",
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY public.assets (name)",
                "CREATE TEMP TABLE assets (id int)",
                "CREATE TEMPORARY VIEW events AS SELECT 1",
                "CREATE TABLE pg_temp.assets (id int)",
                "ALTER TABLE mine RENAME TO assets",
                "ALTER TABLE pg_temp.mine RENAME TO \"assets\"",
                "CREATE TABLE IF NOT EXISTS public.assets (id int)",
                "GRANT SELECT (name), INSERT ON TABLE mine, assets TO PUBLIC",
                "REVOKE ALL ON public.assets FROM PUBLIC",
            })
    void refusesWhatNobodyMay(String sql) {
        assertThat(guard.admit(sql).text())
                .startsWith("SELECT cdf.refuse('insufficient_privilege', '")
                .endsWith("')");
    }

    @Test
    void aRefusalSaysWhatToDo() {
        assertThat(guard.admit("SELECT 1; TRUNCATE assets; SELECT 2").text())
                .isEqualTo(
                        "SELECT 1; SELECT cdf.refuse('insufficient_privilege', 'CDF table \"assets\" cannot be truncated',"
                                + " NULL, 'Use DELETE FROM assets: it deletes in CDF what it finds.');"
                                + " SELECT 2");
    }

    @Test
    void aRefusedStatementDoesNotHideTheNext() {
        assertThat(guard.admit("DO $$;$$;LOAD 'x'").text().split("SELECT cdf.refuse", -1))
                .hasSize(3);
    }
}
