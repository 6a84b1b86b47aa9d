package org.cdfgateway.sql.remote.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.sql.remote.statement.RemoteStatement.DeclareCursor;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Insert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteParserTest {
    private static final TableDefinition ASSETS = BuiltInTables.ASSETS;

    private final RemoteParser parser = new RemoteParser(new RemoteTables(name ->
            BuiltInTables.ALL.stream().filter(table -> table.id().equals(name)).findFirst()));

    @Test
    void readsTransactions() {
        assertThat(parse("START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
                .isEqualTo(new RemoteStatement.StartTransaction());
        assertThat(parse("COMMIT TRANSACTION")).isEqualTo(new RemoteStatement.Commit());
        assertThat(parse("ABORT TRANSACTION")).isEqualTo(new RemoteStatement.Abort());
        assertThat(parse("ROLLBACK TRANSACTION")).isEqualTo(new RemoteStatement.Abort());
        assertThat(parse("SAVEPOINT s2")).isEqualTo(new RemoteStatement.Savepoint("s2"));
        assertThat(parse("RELEASE SAVEPOINT s2")).isEqualTo(new RemoteStatement.ReleaseSavepoint("s2"));
        assertThat(parse("ROLLBACK TO SAVEPOINT s2")).isEqualTo(new RemoteStatement.RollbackToSavepoint("s2"));
        assertThat(parse("SET search_path = pg_catalog")).isEqualTo(new RemoteStatement.ChangeSetting());
    }

    @Test
    void readsCursors() {
        assertThat(parse("FETCH 1000 FROM c1")).isEqualTo(new RemoteStatement.Fetch("c1", 1000));
        assertThat(parse("FETCH ALL FROM c1")).isEqualTo(new RemoteStatement.Fetch("c1", Long.MAX_VALUE));
        assertThat(parse("MOVE BACKWARD ALL IN c1")).isEqualTo(new RemoteStatement.MoveBackwardAll("c1"));
        assertThat(parse("CLOSE c1")).isEqualTo(new RemoteStatement.CloseCursor("c1"));
        assertThat(parse("DEALLOCATE pgsql_fdw_prep_1")).isEqualTo(new RemoteStatement.Deallocate("pgsql_fdw_prep_1"));
        assertThat(parse("DEALLOCATE ALL")).isEqualTo(new RemoteStatement.DeallocateAll());
    }

    @Test
    void readsADeclaredQuery() {
        DeclareCursor declare = (DeclareCursor)
                parse("DECLARE c1 CURSOR FOR\nSELECT name, NULL, ctid FROM public.assets r1 WHERE ((r1.id = 5))");

        assertThat(declare.cursor()).isEqualTo("c1");
        assertThat(declare.select().table()).isEqualTo(ASSETS);
        assertThat(declare.select().outputs())
                .containsExactly(
                        new OutputColumn.OfTable(ASSETS, 2),
                        new OutputColumn.AlwaysNull("?column?"),
                        new OutputColumn.AlwaysNull("ctid"));
        assertThat(declare.select().condition().pushed()).hasToString("id = 5");
        assertThat(declare.select().columns()).extracting(Column::name).containsExactlyInAnyOrder("id", "name");
    }

    @Test
    void readsQuotedNames() {
        DeclareCursor declare = (DeclareCursor)
                parse(
                        "DECLARE c1 CURSOR FOR SELECT \"timestamp\" FROM \"public\".\"double_datapoints\" WHERE ((\"value\" > 1::double precision))");

        assertThat(declare.select().table()).isEqualTo(BuiltInTables.DOUBLE_DATAPOINTS);
    }

    @Test
    void putsParametersInPlace() {
        DeclareCursor declare = (DeclareCursor) parser.parse(
                "DECLARE c1 CURSOR FOR SELECT id FROM public.assets WHERE ((id = $1::bigint)) AND ((name = ANY ($2::text[])))",
                Parameters.of(List.of("7", "{a,b}")));

        assertThat(declare.select().condition().pushed()).hasToString("(id = 7 AND name IN (a, b))");
    }

    @Test
    void aQueryWithoutConditionReadsEverything() {
        RemoteStatement.Explain explain = (RemoteStatement.Explain) parse("EXPLAIN SELECT NULL FROM public.assets");

        assertThat(explain.select().condition().pushed()).isEqualTo(Predicate.all());
        assertThat(explain.select().columns()).isEmpty();
    }

    @Test
    void readsAnInsert() {
        Insert insert = (Insert) parse(
                "INSERT INTO public.assets(external_id, name) VALUES ($1, $2), ($3, $4),($5,$6) RETURNING id, name");

        assertThat(insert.positions()).containsExactly(1, 2);
        assertThat(insert.rows()).isEqualTo(3);
        assertThat(insert.returning())
                .containsExactly(new OutputColumn.OfTable(ASSETS, 0), new OutputColumn.OfTable(ASSETS, 2));
    }

    @Test
    void readsAnInsertAsLargeAsTheProtocolAllows() {
        StringBuilder sql = new StringBuilder("INSERT INTO public.assets(external_id, name) VALUES ");
        int rows = 65_535 / 2;
        for (int i = 0; i < rows; i++) {
            sql.append(i == 0 ? "" : ", ")
                    .append("($")
                    .append(2 * i + 1)
                    .append(", $")
                    .append(2 * i + 2)
                    .append(')');
        }

        assertThat(((Insert) parse(sql.toString())).rows()).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO public.assets(name) VALUES ($1), ($3)",
                "INSERT INTO public.assets(name) VALUES ($2)",
                "INSERT INTO public.assets(name, source) VALUES ($1)",
                "INSERT INTO public.assets(name) VALUES ('x')",
                "INSERT INTO public.assets(name) VALUES ($1), ",
                "INSERT INTO public.assets(name) SELECT 1",
                "SELECT id FROM public.assets WHERE (id = 5",
                "SELECT id FROM public.assets LIMIT 5",
                "SELECT id FROM public.assets WHERE id = 5 ORDER BY id",
                "SELECT count(*) FROM public.assets",
                "SELECT id FROM public.assets WHERE (id = $99999999999::bigint)",
                "FETCH x FROM c1",
                "VACUUM",
                "",
            })
    void refusesWhatPostgresFdwDoesNotSend(String sql) {
        assertRefused(sql, ErrorKind.SYNTAX_ERROR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT id FROM public.assets FOR UPDATE
                    SELECT id FROM public.assets WHERE ((id = 5)) FOR SHARE
                    INSERT INTO public.assets(name) VALUES ($1) ON CONFLICT DO NOTHING
                    SELECT id FROM public.assets WHERE ((lower(name) = 'x'::text))
                    SELECT id FROM public.assets WHERE ((name ~~ 'x'))
                    SELECT id FROM public.assets WHERE ((id = 5::numeric))
                    SELECT id FROM public.assets WHERE ((id::integer = 5))
                    SELECT id FROM public.assets WHERE ((name::character varying(3) = 'x'))
                    SELECT id FROM public.assets WHERE ((name = 5))
                    SELECT id FROM public.assets WHERE ((id = 'a'::uuid))
                    SELECT id FROM public.assets WHERE ((id = (id + 1)))
                    SELECT id FROM public.events WHERE (((asset_ids[1:2]) IS NULL))
                    SELECT id FROM public.assets WHERE ((created_time > '2024-01-01'::date))
                    SELECT id FROM public.assets WHERE ((metadata = '{}'::json))
                    SELECT id FROM public.assets WHERE ((name IS TRUE))
                    """)
    void refusesWhatItCannotAnswer(String sql) {
        assertRefused(sql, ErrorKind.FEATURE_NOT_SUPPORTED);
    }

    @Test
    void knowsItsTablesAndColumns() {
        assertRefused("SELECT id FROM public.nothing", ErrorKind.UNDEFINED_TABLE);
        assertRefused("SELECT id FROM assets", ErrorKind.UNDEFINED_TABLE);
        assertRefused("SELECT nothing FROM public.assets", ErrorKind.UNDEFINED_COLUMN);
        assertRefused("SELECT id FROM public.assets WHERE (nothing = 1)", ErrorKind.UNDEFINED_COLUMN);
        assertRefused("INSERT INTO public.assets(nothing) VALUES ($1)", ErrorKind.UNDEFINED_COLUMN);
    }

    @Test
    void boundsTheDepthOfConditions() {
        String sql = "SELECT id FROM public.assets WHERE " + "(".repeat(20_000) + "true" + ")".repeat(20_000);

        assertRefused(sql, ErrorKind.PROGRAM_LIMIT_EXCEEDED);
    }

    private RemoteStatement parse(String sql) {
        return parser.parse(sql, Parameters.unknown());
    }

    private void assertRefused(String sql, ErrorKind kind) {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> parse(sql))
                .satisfies(failure ->
                        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind));
    }
}
