package org.cdfgateway.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cdfgateway.domain.identity.SessionFixture;
import org.cdfgateway.domain.port.inbound.PlanDetail;
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.cdfgateway.domain.port.outbound.ChangingTables;
import org.cdfgateway.domain.port.outbound.FixedTables;
import org.cdfgateway.domain.port.outbound.InMemoryTable;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.WriteRule;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.sql.guard.SettingLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomTableGuardTest {
    private final ChangingTables tables = new ChangingTables(tables());

    private final StatementGuard guard = new SqlGuards(BuiltInTables.ALL, SettingLimits.defaults(), user -> tables)
            .of(SessionFixture.aSession().user());

    private static TableAdapter table(String schema, String name) {
        TableDefinition definition = TableDefinition.table(name, "A custom table")
                .schema(schema)
                .column("a", SqlType.TEXT, "a", WriteRule.WRITABLE, Set.of(), "A column")
                .build();
        return new InMemoryTable(definition, 10);
    }

    private static FixedTables tables(TableAdapter... custom) {
        return new FixedTables(List.of(), List.of(custom));
    }

    private void showTables() {
        tables.become(tables(
                table("public", "My pumps"),
                table("public", "raw"),
                table("plant", "Pump"),
                table("plant", "assets"),
                table("plant", "Twice"),
                table("other", "Twice")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            COPY public."My pumps" (a) FROM STDIN | COPY cdf_custom_copy."My pumps" (a) FROM STDIN
            COPY "My pumps" TO STDOUT             | COPY (SELECT * FROM "My pumps") TO STDOUT
            COPY plant."Pump" FROM STDIN CSV      | COPY cdf_models_copy."plant.Pump" FROM STDIN CSV
            COPY "Pump" TO STDOUT                 | COPY (SELECT * FROM "Pump") TO STDOUT
            COPY public.raw FROM STDIN            | COPY cdf_custom_copy."raw" FROM STDIN
            COPY v1.raw FROM STDIN                | COPY v1_copy."raw" FROM STDIN
            COPY public.assets FROM STDIN         | COPY cdf_copy."assets" FROM STDIN
            COPY events FROM STDIN                | COPY cdf_copy."events" FROM STDIN
            COPY "Twice" FROM STDIN               | COPY "Twice" FROM STDIN
            COPY pg_temp."My pumps" FROM STDIN    | COPY pg_temp."My pumps" FROM STDIN
            """)
    void makesCopyWork(String sql, String relayed) {
        showTables();

        assertThat(guard.admit(sql).text()).isEqualTo(relayed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            COPY "My pumps" FROM STDIN | cdf_custom_copy."My pumps"  | public | My pumps
            COPY raw FROM STDIN        | cdf_custom_copy."raw"       | public | raw
            COPY assets FROM STDIN     | cdf_copy."assets"           | public | assets
            COPY "Pump" FROM STDIN     | cdf_models_copy."plant.Pump"| plant  | Pump
            """)
    void letsTheEngineSayWhatABareNameMeans(String sql, String target, String schema, String name) {
        showTables();

        assertThat(guard.admit(sql).text())
                .isEqualTo("COPY %1$s FROM STDIN WHERE (pg_catalog.to_regclass('\"%3$s\"') OPERATOR(pg_catalog.=)"
                                .formatted(target, schema, name)
                        + " pg_catalog.to_regclass('\"%2$s\".\"%3$s\"') OR cdf.refuse_ambiguous('%2$s', '%3$s'))"
                                .formatted(target, schema, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE \"My pumps\"",
                "DROP VIEW plant.\"Pump\"",
                "ALTER TABLE public.raw ADD COLUMN x int",
                "TRUNCATE \"My pumps\"",
                "CREATE TEMP TABLE \"My pumps\" (a text)",
                "ALTER TABLE mine RENAME TO \"My pumps\"",
                "GRANT SELECT ON plant.\"Pump\" TO PUBLIC",
            })
    void refusesToChangeThem(String sql) {
        showTables();

        assertThat(guard.admit(sql).text()).startsWith("SELECT cdf.refuse('insufficient_privilege', '");
    }

    @Test
    void saysWhoDropsThem() {
        showTables();

        assertThat(guard.admit("DROP TABLE \"My pumps\"").text())
                .contains("./gateway tables delete")
                .contains("/postgresgateway/tables/{username}/delete")
                .contains("pg_temp.\"My pumps\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE pumps",
                "CREATE TEMP TABLE \"Pump\" (a text)",
                "DROP TABLE IF EXISTS pg_temp.\"My pumps\"",
                "INSERT INTO raw (legacy_name) VALUES ('x')",
            })
    void leavesOtherNamesAlone(String sql) {
        showTables();

        assertThat(guard.admit(sql).text()).isSameAs(sql);
    }

    @Test
    void explainsThem() {
        showTables();

        assertThat(Stream.of("EXPLAIN SELECT * FROM plant.\"Pump\"", "EXPLAIN SELECT FROM \"My pumps\"")
                        .map(guard::planDetail))
                .containsOnly(PlanDetail.BRIEF);
    }

    @Test
    void followsTheTablesOfTheUser() {
        String sql = "DROP TABLE raw";
        assertThat(guard.admit(sql).text()).isSameAs(sql);

        showTables();
        assertThat(guard.admit(sql).text()).isNotEqualTo(sql);

        tables.become(tables());
        assertThat(guard.admit(sql).text()).isSameAs(sql);
    }
}
