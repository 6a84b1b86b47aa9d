package org.cdfgateway.sql.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.cdfgateway.sql.Guards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingRulesTest {
    private static final SettingLimits LIMITS = new SettingLimits(
            64 * 1024,
            8 * 1024,
            2.0,
            2,
            Optional.of(Duration.ofMinutes(10)),
            Optional.of(Duration.ofHours(1)),
            Optional.empty());

    private final StatementGuard guard = Guards.with(LIMITS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET work_mem = '64MB'",
                "SET work_mem TO 65536",
                "SET work_mem TO DEFAULT",
                "SET work_mem FROM CURRENT",
                "SET SESSION work_mem = '1MB'",
                "SET LOCAL work_mem = 0x400",
                "SET hash_mem_multiplier = 1.5",
                "SET temp_buffers = 1024",
                "SET statement_timeout = '10min'",
                "SET statement_timeout TO 600000",
                "SET idle_in_transaction_session_timeout = 0",
                "SET max_parallel_workers_per_gather = 0",
                "SET standard_conforming_strings = on",
                "SET client_encoding = 'UTF8'",
                "SET NAMES 'latin1'",
                "SET NAMES",
                "SET TIME ZONE 'Europe/Oslo'",
                "SET TIME ZONE INTERVAL '+00:00' HOUR TO MINUTE",
                "SET DateStyle = ISO, MDY",
                "SET search_path TO \"$user\", public",
                "SET ROLE NONE",
                "SET SESSION AUTHORIZATION DEFAULT",
                "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ UNCOMMITTED",
                "SET TRANSACTION READ ONLY",
                "SET CONSTRAINTS ALL DEFERRED",
                "SET XML OPTION CONTENT",
                "SET app.anything = 'x'",
                "RESET ALL",
                "RESET work_mem",
            })
    void relaysWhatIsAllowed(String sql) {
        assertThat(guard.admit(sql).text()).isSameAs(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET work_mem = '65MB'",
                "SET work_mem = 65537",
                "SET work_mem = +65537",
                "SET work_mem=+65537",
                "SET work_mem=65537",
                "SET work_mem='1GB'",
                "SET/**/work_mem/**/TO/**/'1GB'",
                "SET work_mem = 1e6",
                "SET work_mem = 1_000_000",
                "SET work_mem = '0x7fffffff'",
                "SET work_mem = ' 1 GB '",
                "SET work_mem = '1TB'",
                "SET work_mem = E'1\\x47B'",
                "SET work_mem = $x$1GB$x$",
                "SET work_mem = U&'1GB'",
                "SET work_mem = U&'1!0047B' UESCAPE '!'",
                "SET work_mem = \"1GB\"",
                "SET SESSION work_mem TO '1GB'",
                "SET LOCAL Work_Mem TO '1GB'",
                "SET \"WORK_MEM\" = '1GB'",
                "SET U&\"work\\005fmem\" = '1GB'",
                "SET U&\"work!005fmem\" UESCAPE '!' = '1GB'",
                "SET maintenance_work_mem = '1GB'",
                "SET logical_decoding_work_mem = '1GB'",
                "SET temp_buffers = 1025",
                "SET temp_buffers = '9MB'",
                "SET hash_mem_multiplier = 1000",
                "SET statement_timeout = 0",
                "SET statement_timeout = '11min'",
                "SET statement_timeout = '100us'",
                "SET transaction_timeout = '1d'",
                "SET max_parallel_workers_per_gather = 64",
                "SET standard_conforming_strings = off",
                "SET standard_conforming_strings = 'OF'",
                "SET client_encoding = 'SJIS'",
                "SET client_encoding TO Big5",
                "SET NAMES 'Shift_JIS'",
                "SET names gb18030",
                "SET local_preload_libraries = 'x'",
                "SET postgres_fdw.application_name = 'x'",
                "SET \"postgres_fdw\".\"Application_Name\" = 'x'",
                "SELECT 1; SET work_mem = '1GB'; SELECT 2",
            })
    void refusesWhatIsBeyondALimit(String sql) {
        assertThat(guard.admit(sql).text()).contains("SELECT cdf.refuse('insufficient_privilege', ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET work_mem = 'much'", "SET work_mem = '1 parsec'", "SET statement_timeout = 'NaN'"})
    void refusesWhatItCannotRead(String sql) {
        assertThat(guard.admit(sql).text()).startsWith("SELECT cdf.refuse('invalid_parameter_value', ");
    }

    @Test
    void aRefusalNamesTheCap() {
        assertThat(guard.admit("SET work_mem = '1GB'").text())
                .isEqualTo(
                        "SELECT cdf.refuse('insufficient_privilege', 'setting \"work_mem\" to 1GB is beyond the limit',"
                                + " NULL, 'The gateway''s operator allows at most 65536kB.')");
    }

    @ParameterizedTest
    @CsvSource({
        "application_name, psql",
        "work_mem, 1MB",
        "options, -c work_mem=1MB --statement-timeout=5min",
        "options, -cDateStyle=ISO\\ MDY",
        "options, ''",
    })
    void admitsSettingsAtStartup(String name, String value) {
        assertThatNoException().isThrownBy(() -> guard.admitSetting(name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "work_mem, 1GB, INSUFFICIENT_PRIVILEGE",
        "WORK_MEM, much, INVALID_PARAMETER_VALUE",
        "client_encoding, GBK, INSUFFICIENT_PRIVILEGE",
        "options, -c work_mem=1GB, INSUFFICIENT_PRIVILEGE",
        "options, --work-mem=1GB, INSUFFICIENT_PRIVILEGE",
        "options, -c work-mem=1GB, INSUFFICIENT_PRIVILEGE",
        "options, -cwork_mem=1GB, INSUFFICIENT_PRIVILEGE",
        "options, -c postgres_fdw.application_name=x, INSUFFICIENT_PRIVILEGE",
        "options, -S 9999999, INVALID_PARAMETER_VALUE",
        "options, -c, INVALID_PARAMETER_VALUE",
    })
    void refusesSettingsAtStartup(String name, String value, ErrorKind kind) {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> guard.admitSetting(name, value))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
