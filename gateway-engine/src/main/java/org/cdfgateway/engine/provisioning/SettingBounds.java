package org.cdfgateway.engine.provisioning;

import static org.cdfgateway.engine.provisioning.SqlText.literal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The bounds on settings as branches of the CASE in {@code functions.sql}: each says in words which bound was passed. */
final class SettingBounds {

    /**
     * Encodings in which a byte below 128 can be part of a longer character. A client's text in one of them could look
     * different to the statement guard than to PostgreSQL (PostgreSQL manual, section 23.3.1: "client only" encodings).
     */
    private static final List<String> AMBIGUOUS_ENCODINGS =
            List.of("BIG5", "GB18030", "GBK", "JOHAB", "SJIS", "SHIFT_JIS_2004", "UHC");

    private final List<String> branches = new ArrayList<>();

    private SettingBounds() {}

    static String of(UserLimits limits) {
        SettingBounds bounds = new SettingBounds();
        bounds.size("work_mem", limits.workMemBytes());
        bounds.size("maintenance_work_mem", limits.maintenanceWorkMemBytes());
        bounds.size("temp_buffers", limits.tempBuffersBytes());
        bounds.branch(
                "pg_catalog.current_setting('hash_mem_multiplier')::pg_catalog.float8 OPERATOR(pg_catalog.>) "
                        + limits.hashMemMultiplier(),
                "hash_mem_multiplier may be at most " + limits.hashMemMultiplier() + ".");
        bounds.statementTimeout(limits.statementTimeout());
        bounds.branch(
                "pg_catalog.current_setting('standard_conforming_strings') OPERATOR(pg_catalog.=) 'off'",
                "standard_conforming_strings is always on.");
        for (String encoding : AMBIGUOUS_ENCODINGS) {
            bounds.branch(
                    "pg_catalog.pg_client_encoding() OPERATOR(pg_catalog.=) " + literal(encoding),
                    "client_encoding " + encoding + " is not supported; use UTF8.");
        }
        return String.join("\n", bounds.branches);
    }

    private void size(String setting, long bytes) {
        branch(
                "pg_catalog.pg_size_bytes(pg_catalog.current_setting(" + literal(setting) + ")) OPERATOR(pg_catalog.>) "
                        + bytes,
                setting + " may be at most " + bytes / 1024 + "kB.");
    }

    private void statementTimeout(Duration bound) {
        if (!bound.isZero()) {
            String value = "pg_catalog.current_setting('statement_timeout')::pg_catalog.interval";
            branch(
                    value + " OPERATOR(pg_catalog.>) '" + bound.toMillis() + " ms'::pg_catalog.interval OR " + value
                            + " OPERATOR(pg_catalog.=) '0'::pg_catalog.interval",
                    "statement_timeout may be at most " + bound.toMillis() + "ms, and 0 stands for no timeout.");
        }
    }

    private void branch(String condition, String text) {
        branches.add("    WHEN " + condition + "\n      THEN " + literal(text));
    }
}
