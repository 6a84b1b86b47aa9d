package org.cdfgateway.engine.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cdfgateway.domain.table.TableDefinition.table;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.migration.LegacyTable;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.WriteRule;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final TableDefinition PUMPS = table("pumps", "The user's pumps")
            .column("id", SqlType.BIGINT, "id", WriteRule.READ_ONLY, Set.of(), "Id")
            .column("order", SqlType.varchar(10), "order", WriteRule.WRITABLE, Set.of(), "A \"keyword\"")
            .column("labels", SqlType.varcharArray(20), "labels", WriteRule.WRITABLE, Set.of(), "Labels")
            .build();

    @Test
    void writesThreeRelationsForATable() {
        assertThat(TableScript.ofBuiltIn(PUMPS).sql()).isEqualTo("""
                CREATE FOREIGN TABLE cdf."pumps" (
                  "id" bigint,
                  "order" character varying,
                  "labels" character varying[]
                ) SERVER cdf OPTIONS (schema_name 'public', table_name 'pumps', fetch_size '1000', batch_size '10000');
                CREATE FOREIGN TABLE cdf_copy."pumps" (
                  "id" bigint,
                  "order" character varying(10),
                  "labels" character varying(20)[]
                ) SERVER cdf OPTIONS (schema_name 'public', table_name 'pumps', fetch_size '1000', batch_size '10000');
                CREATE VIEW public."pumps" WITH (security_barrier) AS SELECT * FROM cdf."pumps";
                ALTER VIEW public."pumps" OWNER TO cdf_owner;
                COMMENT ON VIEW public."pumps" IS 'The user''s pumps';
                GRANT SELECT, INSERT, UPDATE, DELETE ON cdf."pumps" TO cdf_owner;
                GRANT SELECT, INSERT, UPDATE, DELETE ON public."pumps" TO PUBLIC;
                GRANT SELECT, INSERT ON cdf_copy."pumps" TO PUBLIC;
                COMMENT ON COLUMN public."pumps"."id" IS 'Id';
                COMMENT ON COLUMN public."pumps"."order" IS 'A "keyword"';
                UPDATE pg_catalog.pg_attribute SET atttypmod = 14 WHERE attrelid = 'public."pumps"'::regclass AND attname = 'order';
                COMMENT ON COLUMN public."pumps"."labels" IS 'Labels';
                UPDATE pg_catalog.pg_attribute SET atttypmod = 24 WHERE attrelid = 'public."pumps"'::regclass AND attname = 'labels';
                """);
    }

    @Test
    void writesAViewAndACopyTargetForATableOfVersionOne() {
        LegacyTable raw = VersionMapping.PRODUCT.legacyTables().stream()
                .filter(table -> table.name().equals("raw"))
                .findFirst()
                .orElseThrow();

        assertThat(new LegacyScript(raw).sql()).startsWith("""
                CREATE VIEW v1."raw" WITH (security_barrier) AS SELECT "_raw_database" AS "database", "_raw_table" AS "table", "_raw_key" AS "key", "_raw_columns" AS "columns" FROM cdf."raw_rows";
                ALTER VIEW v1."raw" OWNER TO cdf_owner;
                COMMENT ON VIEW v1."raw" IS 'Rows of all RAW tables of the CDF project; as version 1.0 had it';
                GRANT SELECT, INSERT, UPDATE, DELETE ON v1."raw" TO PUBLIC;
                CREATE FOREIGN TABLE v1_copy."raw" (
                  "database" character varying(32) OPTIONS (column_name '_raw_database'),
                  "table" character varying(64) OPTIONS (column_name '_raw_table'),
                  "key" text OPTIONS (column_name '_raw_key'),
                  "columns" json OPTIONS (column_name '_raw_columns')
                ) SERVER cdf OPTIONS (schema_name 'public', table_name 'raw_rows', batch_size '10000');
                GRANT SELECT, INSERT ON v1_copy."raw" TO PUBLIC;
                COMMENT ON COLUMN v1."raw"."database" IS 'Name of the RAW database';
                UPDATE pg_catalog.pg_attribute SET atttypmod = 36 WHERE attrelid = 'v1."raw"'::regclass AND attname = 'database';
                """);
    }

    @Test
    void boundsBatchesByTheNumberOfParameters() {
        TableDefinition.Builder wide = table("wide", "Wide");
        for (int i = 0; i < 20; i++) {
            wide.column("c" + i, SqlType.BIGINT, "c" + i, WriteRule.WRITABLE, Set.of(), "Column");
        }

        assertThat(TableScript.ofBuiltIn(wide.build()).sql()).contains("batch_size '3276'");
    }

    @Test
    void hasAnotherVersionWhenTablesOrLimitsDiffer() {
        Layout layout = Layout.of(List.of(PUMPS), UserLimits.DEFAULT);

        assertThat(layout.version())
                .isEqualTo(Layout.of(List.of(PUMPS), UserLimits.DEFAULT).version())
                .isNotEqualTo(Layout.of(List.of(), UserLimits.DEFAULT).version())
                .isNotEqualTo(Layout.of(List.of(PUMPS), withTimeout(Duration.ofMinutes(1)))
                        .version());
    }

    @Test
    void boundsTheStatementTimeoutOnlyWhereThereIsOne() {
        assertThat(SettingBounds.of(withTimeout(Duration.ZERO))).doesNotContain("statement_timeout");
        assertThat(SettingBounds.of(withTimeout(Duration.ofSeconds(2)))).contains("'2000 ms'");
    }

    @Test
    void quotesIdentifiersAndLiterals() {
        assertThat(SqlText.identifier("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(SqlText.literal("a'b\\")).isEqualTo("'a''b\\'");
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertThatThrownBy(() -> withTimeout(Duration.ofSeconds(-1)))
                .hasMessage("statementTimeout: PT-1S (expected: zero or more)");
        assertThatThrownBy(() -> new UserLimits(0, 1 << 20, 1 << 20, 1 << 20, 1, 1 << 20, Duration.ZERO))
                .hasMessage("connections: 0 (expected: >= 1)");
    }

    private static UserLimits withTimeout(Duration timeout) {
        return new UserLimits(1, 1 << 20, 1 << 20, 1 << 20, 1, 1 << 20, timeout);
    }
}
