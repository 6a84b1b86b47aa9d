package org.cdfgateway.engine.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * What is in a user's database, as one SQL script, and a version that changes whenever the script does.
 *
 * @param version a hash of the script: lower-case hexadecimal digits
 */
record Layout(String script, String version) {

    private static final int VERSION_DIGITS = 16;

    static Layout of(Collection<TableDefinition> tables, UserLimits limits) {
        String script = SCHEMAS
                + resource("functions.sql").replace("${bounds}", SettingBounds.of(limits))
                + tables.stream()
                        .map(table -> TableScript.ofBuiltIn(table).sql())
                        .collect(Collectors.joining())
                + VersionMapping.PRODUCT.legacyTables().stream()
                        .filter(table -> tables.contains(table.successor()))
                        .map(table -> new LegacyScript(table).sql())
                        .collect(Collectors.joining())
                + resource("hardening.sql");
        return new Layout(script, hash(script));
    }

    /** Host, port and password are put in later, because they change with every start of the gateway. */
    private static final String SCHEMAS = """
            CREATE SCHEMA cdf;
            CREATE SCHEMA cdf_copy;
            CREATE SCHEMA v1;
            CREATE SCHEMA v1_copy;
            COMMENT ON SCHEMA cdf IS 'Foreign tables behind the views in schema public';
            COMMENT ON SCHEMA cdf_copy IS 'Targets of COPY FROM';
            COMMENT ON SCHEMA v1 IS 'The tables as version 1.0 of the product had them';
            COMMENT ON SCHEMA v1_copy IS 'Targets of COPY FROM for schema v1';
            GRANT USAGE ON SCHEMA cdf, cdf_copy, v1, v1_copy TO PUBLIC;
            GRANT USAGE ON SCHEMA cdf TO cdf_owner;
            CREATE SCHEMA cdf_custom;
            CREATE SCHEMA cdf_custom_copy;
            CREATE SCHEMA cdf_models;
            CREATE SCHEMA cdf_models_copy;
            COMMENT ON SCHEMA cdf_custom IS 'Foreign tables behind the custom tables in schema public';
            COMMENT ON SCHEMA cdf_custom_copy IS 'Targets of COPY FROM for them';
            COMMENT ON SCHEMA cdf_models IS 'Foreign tables behind the tables of data models';
            COMMENT ON SCHEMA cdf_models_copy IS 'Targets of COPY FROM for them';
            GRANT USAGE ON SCHEMA cdf_custom, cdf_custom_copy, cdf_models, cdf_models_copy TO PUBLIC;
            CREATE EXTENSION postgres_fdw SCHEMA cdf;
            REVOKE ALL ON ALL FUNCTIONS IN SCHEMA cdf FROM PUBLIC;
            CREATE SERVER cdf FOREIGN DATA WRAPPER postgres_fdw OPTIONS (
              host '127.0.0.1', port '1', dbname 'cdf', use_remote_estimate 'true', truncatable 'false');
            CREATE USER MAPPING FOR PUBLIC SERVER cdf OPTIONS (user 'cdf', password '');
            """;

    static String resource(String name) {
        try (InputStream stream = Layout.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing beside " + Layout.class);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
