package org.cdfgateway.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.sql.guard.SettingLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
    private final SqlGuard guard = new SqlGuard(BuiltInTables.ALL, SettingLimits.defaults());

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
}
