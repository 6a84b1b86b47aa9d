package org.cdfgateway.sql.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.RemoteSession.TransactionStatus;
import org.cdfgateway.domain.port.outbound.InMemoryTable;
import org.cdfgateway.domain.row.RowFixture;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.sql.remote.write.WriteLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CancelTest {
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final InMemoryTable assets = new InMemoryTable(BuiltInTables.ASSETS, 1)
            .with(RowFixture.aRow(BuiltInTables.ASSETS).with("id", 1L).row())
            .writable(1, 1);
    private final SessionFixtures fixture = new SessionFixtures(new WriteLimits(1, 1_000_000), assets);

    @AfterEach
    void close() {
        other.shutdownNow();
        fixture.close();
    }

    @Test
    void endsAReadThatWaits() {
        assets.beforePage(this::waitForEver);
        fixture.run("START TRANSACTION");
        fixture.declare("c1", "SELECT id FROM public.assets");
        cancelWhenWaiting();

        assertCanceled(() -> fixture.rows("FETCH 10 FROM c1"));
        assertThat(fixture.session().status()).isEqualTo(TransactionStatus.FAILED);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void endsAnInsertThatWaitsForRoom() {
        assets.inserts().beforeInsert(rows -> waitForEver());
        fixture.run("START TRANSACTION");
        cancelWhenWaiting();

        assertCanceled(() -> fixture.insertMany(5, 5));
        assertThat(fixture.run("ABORT TRANSACTION")).isEqualTo("ROLLBACK");
        assertThat(fixture.warnings())
                .containsExactly("rows of table \"assets\" that were on their way to CDF at the rollback"
                        + " and may have been stored: 1");
    }

    @Test
    void aCanceledInsertCannotBeCommittedFromASavepoint() {
        assets.inserts().beforeInsert(rows -> waitForEver());
        fixture.run("START TRANSACTION; SAVEPOINT s2");
        cancelWhenWaiting();
        assertCanceled(() -> fixture.insertMany(5, 5));
        fixture.run("ROLLBACK TO SAVEPOINT s2; RELEASE SAVEPOINT s2");

        assertCanceled(() -> fixture.run("COMMIT TRANSACTION"));
    }

    @Test
    void endsACommitThatWaits() {
        assets.inserts().beforeInsert(rows -> waitForEver());
        fixture.run("START TRANSACTION");
        fixture.insertAssets("a");
        cancelWhenWaiting();

        assertCanceled(() -> fixture.run("COMMIT TRANSACTION"));
        fixture.run("ABORT TRANSACTION");
        assertThat(assets.rows()).hasSize(1);
    }

    @Test
    void nothingHappensWhenNothingRuns() {
        fixture.session().cancel();

        assertThat(fixture.run("START TRANSACTION")).isEqualTo("START TRANSACTION");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void closingEndsAReadThatWaits() {
        assets.beforePage(this::waitForEver);
        fixture.run("START TRANSACTION");
        fixture.declare("c1", "SELECT id FROM public.assets");
        other.execute(() -> {
            awaitWaiting();
            fixture.session().close();
        });

        assertCanceled(() -> fixture.rows("FETCH 10 FROM c1"));
        assertThat(assets.openReaders()).isZero();
    }

    private void cancelWhenWaiting() {
        other.execute(() -> {
            awaitWaiting();
            fixture.session().cancel();
        });
    }

    private void awaitWaiting() {
        try {
            waiting.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForEver() {
        waiting.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(ErrorKind.QUERY_CANCELED, "interrupted");
        }
    }

    private static void assertCanceled(ThrowingCallable call) {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.QUERY_CANCELED));
    }
}
