package org.cdfgateway.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
    private final StatementGuard guard = Guards.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE assets SET name = 'x; DELETE'",
                " /* first */ delete FROM assets WHERE id = $1 ; -- done",
            })
    void recognisesLoneChanges(String sql) {
        assertThat(guard.admit(sql).isLoneChange()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT 1",
                "UPDATE assets SET name = 'x'; SELECT 1",
                "BEGIN; DELETE FROM assets",
                "WITH old AS (DELETE FROM assets RETURNING *) SELECT 1",
                "EXPLAIN ANALYZE UPDATE assets SET name = 'x'",
                "PREPARE p AS DELETE FROM assets",
                "EXECUTE p",
                "\"update\"",
            })
    void takesNothingElseForOne(String sql) {
        assertThat(guard.admit(sql).isLoneChange()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET cdf.strict_keys = on",
                "set local CDF.\"Strict_Keys\" TO 'off'",
                "SELECT set_config($1, $2, false)",
                "PREPARE p AS SELECT Set_Config('cdf.' || 'strict' || '_keys', 'on', true)",
                "UPDATE pg_settings SET setting = 'on' WHERE name = 'cdf.strict_keys'",
            })
    void seesWhatMayReachStrictKeys(String sql) {
        assertThat(guard.admit(sql).reachesStrictKeys()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "SELECT a_b, strict, keys, set_up FROM c_", "SET search_path = x", "COMMIT"})
    void seesWhatDoesNot(String sql) {
        assertThat(guard.admit(sql).reachesStrictKeys()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET cdf.strict_keys = maybe", "SET LOCAL CDF.STRICT_KEYS TO 2"})
    void refusesValuesThatAreNeitherOnNorOff(String sql) {
        assertThat(guard.admit(sql).text())
                .startsWith("SELECT cdf.refuse('invalid_parameter_value', ")
                .contains("requires a Boolean value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET cdf.strict_keys TO DEFAULT", "RESET cdf.strict_keys", "SET cdf.strict_keys = 1"})
    void admitsOnAndOff(String sql) {
        assertThat(guard.admit(sql).text()).isSameAs(sql);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            INSERT INTO assets VALUES ($1)                                      | INSERT INTO assets VALUES ($1), ($2)
            insert into Public."assets"(name, "b)") values( $1,$2 ) ; -- x      | insert into Public."assets"(name, "b)") values( $1,$2 ), ( $3,$4 )
            INSERT INTO events (a, b, c) VALUES ($1::varchar(10), now(), ($2)::jsonb) | INSERT INTO events (a, b, c) VALUES ($1::varchar(10), now(), ($2)::jsonb), ($3::varchar(10), now(), ($4)::jsonb)
            """)
    void widensInsertsOfOneRow(String sql, String twoRows) {
        assertThat(guard.admit(sql).rowInsert()).map(insert -> insert.text(2)).contains(twoRows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO mine VALUES ($1)",
                "INSERT INTO pg_temp.assets VALUES ($1)",
                "INSERT INTO assets (name) VALUES ('x')",
                "INSERT INTO assets (name) VALUES ($1), ($2)",
                "INSERT INTO assets (name) VALUES ($2, $1)",
                "INSERT INTO assets (name) VALUES ($1, $1)",
                "INSERT INTO assets (name) VALUES ($1) RETURNING id",
                "INSERT INTO assets (name) VALUES ($1) ON CONFLICT DO NOTHING",
                "INSERT INTO assets (name) VALUES ((SELECT $1))",
                "INSERT INTO assets (name) VALUES ($1",
                "INSERT INTO assets (name) VALUES ($1, 'ä')",
                "INSERT INTO assets (name) SELECT $1",
                "INSERT INTO assets (name) VALUES ($1); COMMIT",
                "EXPLAIN INSERT INTO assets (name) VALUES ($1)",
                "WITH a AS (SELECT 1) INSERT INTO assets (name) VALUES ($1)",
            })
    void widensNothingElse(String sql) {
        assertThat(guard.admit(sql).rowInsert()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEALLOCATE s", "discard all", "SELECT 1; DEALLOCATE ALL"})
    void seesWhatDropsPreparedStatements(String sql) {
        assertThat(guard.admit(sql).dropsPrepared()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT 'DISCARD ALL'", "DISCARD TEMP", "DISCARD PLANS", "DISCARD", "PREPARE s AS SELECT 1"})
    void seesWhatKeepsPreparedStatements(String sql) {
        assertThat(guard.admit(sql).dropsPrepared()).isFalse();
    }
}
