package org.cdfgateway.sql.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.LongStream;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.domain.port.inbound.RemoteSession.TransactionStatus;
import org.cdfgateway.domain.port.outbound.InMemoryTable;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowFixture;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final int PAGE = 10;

    private final InMemoryTable assets = new InMemoryTable(BuiltInTables.ASSETS, PAGE)
            .with(LongStream.range(0, 35).mapToObj(ReadingTest::asset).toList());
    private final SessionFixtures fixture = new SessionFixtures(SessionFixtures.ROOMY, assets);

    private static Row asset(long id) {
        return RowFixture.aRow(BuiltInTables.ASSETS)
                .with("id", id)
                .with("name", "asset " + id % 2)
                .row();
    }

    @BeforeEach
    void begin() {
        fixture.run("START TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void nothingIsReadBeforeTheFirstFetch() {
        fixture.declare("c1", "SELECT id FROM public.assets");

        assertThat(assets.scans()).isEmpty();
    }

    @Test
    void aFetchThatOnePageSatisfiesReadsOnePage() {
        fixture.declare("c1", "SELECT id FROM public.assets");

        List<Row> rows = fixture.rows("FETCH 10 FROM c1");

        assertThat(rows).hasSize(10);
        assertThat(assets.pagesRead()).isEqualTo(1);
    }

    @Test
    void fetchesExactlyAsManyRowsAsAskedUntilTheEnd() {
        fixture.declare("c1", "SELECT id FROM public.assets");

        assertThat(fixture.run("FETCH 13 FROM c1")).isEqualTo("FETCH 13");
        assertThat(fixture.run("FETCH 4 FROM c1")).isEqualTo("FETCH 4");
        assertThat(fixture.run("FETCH 17 FROM c1")).isEqualTo("FETCH 17");
        assertThat(fixture.run("FETCH 17 FROM c1")).isEqualTo("FETCH 1");
        assertThat(fixture.run("FETCH ALL FROM c1")).isEqualTo("FETCH 0");
    }

    @Test
    void rowsThatOnlyTheConditionExcludesAreNotReturned() {
        fixture.declare("c1", "SELECT id FROM public.assets WHERE ((id < 6)) AND ((NOT (name ^@ 'asset 1')))");

        assertThat(fixture.rows("FETCH 1000 FROM c1")).containsExactly(Row.owning(0L), Row.owning(2L), Row.owning(4L));
        assertThat(assets.scans().get(0).predicate()).hasToString("id < 6");
    }

    @Test
    void asksForTheColumnsOfResultAndCondition() {
        fixture.declare("c1", "SELECT NULL FROM public.assets WHERE ((md5(name) <> 'x'::text))");

        assertThat(fixture.rows("FETCH 2 FROM c1")).hasSize(2).allMatch(row -> row.value(0) == null);
        assertThat(assets.scans().get(0).neededColumns())
                .extracting(Column::name)
                .containsExactly("name");
    }

    @Test
    void parametersArriveAsText() {
        fixture.declare(
                "c1",
                "SELECT id FROM public.assets WHERE ((id = ANY ($1::bigint[]))) AND ((id > $2::integer))",
                "{3,4,NULL}",
                "3");

        assertThat(fixture.rows("FETCH 1000 FROM c1")).containsExactly(Row.owning(4L));
    }

    @Test
    void aNullParameterMatchesNothing() {
        fixture.declare("c1", "SELECT id FROM public.assets WHERE ((id = $1::bigint))", new String[] {null});

        assertThat(fixture.rows("FETCH 1000 FROM c1")).isEmpty();
    }

    @Test
    void movingBackwardStartsOver() {
        fixture.declare("c1", "SELECT id FROM public.assets");
        fixture.run("FETCH 12 FROM c1");

        fixture.run("MOVE BACKWARD ALL IN c1");

        assertThat(fixture.rows("FETCH 1 FROM c1")).containsExactly(Row.owning(0L));
        assertThat(assets.openReaders()).isEqualTo(1);
    }

    @Test
    void closesReaders() {
        fixture.declare("c1", "SELECT id FROM public.assets");
        fixture.declare("c2", "SELECT id FROM public.assets");
        fixture.declare("c3", "SELECT id FROM public.assets");
        fixture.run("FETCH 1 FROM c1; FETCH 1 FROM c2; FETCH ALL FROM c3");

        fixture.run("CLOSE c1");
        assertThat(assets.openReaders()).isEqualTo(1);

        fixture.run("COMMIT TRANSACTION");
        assertThat(assets.openReaders()).isZero();
    }

    @Test
    void aReturnToASavepointClosesTheCursorsDeclaredSince() {
        fixture.declare("c1", "SELECT id FROM public.assets");
        fixture.run("FETCH 1 FROM c1; SAVEPOINT s2");
        fixture.declare("c2", "SELECT id FROM public.assets");
        fixture.run("FETCH 1 FROM c2");

        fixture.run("ROLLBACK TO SAVEPOINT s2; RELEASE SAVEPOINT s2");

        assertThat(fixture.rows("FETCH 1 FROM c1")).containsExactly(Row.owning(1L));
        assertThat(assets.openReaders()).isEqualTo(1);
    }

    @Test
    void closingTheSessionAbandonsReads() {
        fixture.declare("c1", "SELECT id FROM public.assets");
        fixture.run("FETCH 1 FROM c1");

        fixture.session().close();
        fixture.session().close();

        assertThat(assets.openReaders()).isZero();
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.run("FETCH 1 FROM c1"))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.ADMIN_SHUTDOWN));
    }

    @Test
    void aFailureFailsTheTransactionUntilItsEnd() {
        assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> fixture.run("FETCH 1 FROM nothing"));
        assertThat(fixture.session().status()).isEqualTo(TransactionStatus.FAILED);
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.declare("c1", "SELECT id FROM public.assets"))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.IN_FAILED_SQL_TRANSACTION));

        assertThat(fixture.run("ABORT TRANSACTION")).isEqualTo("ROLLBACK");
        assertThat(fixture.session().status()).isEqualTo(TransactionStatus.IDLE);
    }

    @Test
    void aReadThatFailsHalfwayFailsTheTransaction() {
        fixture.declare("c1", "SELECT id FROM public.assets");
        assets.beforePage(() -> {
            if (assets.pagesRead() > 1) {
                throw new GatewayException(ErrorKind.IO_ERROR, "CDF is away");
            }
        });

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.rows("FETCH 20 FROM c1"))
                .withMessage("CDF is away");
        assertThat(fixture.session().status()).isEqualTo(TransactionStatus.FAILED);
    }

    @Test
    void answersAQueryWithoutCursor() {
        fixture.session().prepare("q", "SELECT id, name FROM public.assets WHERE ((id = $1::bigint))");

        assertThat(fixture.session().describe("q"))
                .containsExactly(
                        new ResultColumn("id", SqlType.BIGINT), new ResultColumn("name", SqlType.varchar(140)));
        assertThat(SessionFixtures.drain(fixture.session().execute("q", List.of("3"))))
                .containsExactly(Row.owning(3L, "asset 1"));
    }

    @Test
    void settingsAreAcceptedAndIgnored() {
        assertThat(fixture.run("SET search_path = pg_catalog")).isEqualTo("SET");
    }

    @Test
    void aTextMayBeEmpty() {
        assertThat(fixture.session().query(" ; ").hasNext()).isFalse();
    }
}
