package org.cdfgateway.sql.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.InMemoryTable;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.sql.remote.write.WriteLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens when a transaction inserts more than may be held. */
@Timeout(60)
class EarlySendingTest {
    private static final int BATCH = 10;
    private static final int HELD = 20;
    private static final int PARALLELISM = 3;

    private final InMemoryTable assets = new InMemoryTable(BuiltInTables.ASSETS, 100).writable(BATCH, PARALLELISM);
    private final SessionFixtures fixture = new SessionFixtures(new WriteLimits(HELD, 1_000_000), assets);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void sendsTheOldestBatchesEarly() {
        fixture.run("START TRANSACTION");
        fixture.insertMany(50, 5);

        Awaitility.await("batches beyond the limit are on their way")
                .until(() -> assets.rows().size() == 30);

        fixture.run("COMMIT TRANSACTION");
        assertThat(assets.rows()).hasSize(50);
        assertThat(assets.inserts().batches()).allMatch(batch -> batch.size() == BATCH);
    }

    @Test
    void abortWarnsOfRowsThatStay() {
        fixture.run("START TRANSACTION");
        fixture.insertMany(50, 5);
        Awaitility.await("batches beyond the limit are on their way")
                .until(() -> assets.rows().size() == 30);

        fixture.run("ABORT TRANSACTION");

        assertThat(assets.rows()).hasSize(30);
        assertThat(fixture.warnings())
                .containsExactly(
                        "rows of table \"assets\" that had been sent to CDF before the rollback and stay there: 30");
    }

    @Test
    void abortWaitsForWhatIsUnderWay() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        assets.inserts().beforeInsert(rows -> {
            started.countDown();
            await(release);
        });
        fixture.run("START TRANSACTION");
        fixture.insertMany(30, 10);
        await(started);
        new Thread(release::countDown).start();

        fixture.run("ABORT TRANSACTION");

        assertThat(fixture.warnings())
                .containsExactly(
                        "rows of table \"assets\" that had been sent to CDF before the rollback and stay there: 10");
    }

    @Test
    void aReturnToASavepointWarnsOfRowsThatStay() {
        fixture.run("START TRANSACTION");
        fixture.insertMany(5, 5);
        fixture.run("SAVEPOINT s2");
        fixture.insertMany(45, 5);
        Awaitility.await("batches beyond the limit are on their way")
                .until(() -> assets.rows().size() == 30);

        fixture.run("ROLLBACK TO SAVEPOINT s2; RELEASE SAVEPOINT s2");
        assertThat(fixture.warnings())
                .containsExactly(
                        "rows of table \"assets\" that had been sent to CDF before the rollback and stay there: 25");

        fixture.run("COMMIT TRANSACTION");
        assertThat(assets.rows()).hasSize(30);
    }

    @Test
    void insertWaitsWhenTooManyBatchesAreUnderWay() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        assets.inserts().beforeInsert(rows -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            await(release);
            underWay.decrementAndGet();
        });
        AtomicInteger inserted = new AtomicInteger();
        Thread session = new Thread(() -> {
            fixture.run("START TRANSACTION");
            for (int i = 0; i < 30; i++) {
                fixture.insertMany(BATCH, BATCH);
                inserted.incrementAndGet();
            }
            fixture.run("COMMIT TRANSACTION");
        });

        session.start();
        Awaitility.await("as many batches are under way as may be").until(() -> underWay.get() == PARALLELISM);
        assertThat(inserted.get() * BATCH).isLessThanOrEqualTo(HELD + BATCH * PARALLELISM);
        release.countDown();
        session.join();

        assertThat(assets.rows()).hasSize(300);
        assertThat(most).hasValueLessThanOrEqualTo(PARALLELISM);
    }

    @Test
    void aBatchThatDependsOnEarlierOnesWaitsForThem() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        assets.inserts().dependingOnEarlier(rows -> true).beforeInsert(rows -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            underWay.decrementAndGet();
        });
        fixture.run("START TRANSACTION");
        fixture.insertMany(100, 10);
        fixture.run("COMMIT TRANSACTION");

        assertThat(most).hasValue(1);
        assertThat(assets.rows())
                .extracting(row -> row.value(2))
                .startsWith("asset 0", "asset 1")
                .endsWith("asset 99");
    }

    @Test
    void aBatchThatFailedEarlyFailsTheNextStatement() {
        assets.inserts().beforeInsert(rows -> {
            throw new GatewayException(ErrorKind.CONFIGURATION_LIMIT_EXCEEDED, "CDF throttles");
        });
        fixture.run("START TRANSACTION");

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> {
                    fixture.insertMany(40, 10);
                    fixture.run("COMMIT TRANSACTION");
                })
                .withMessage("CDF throttles");
        fixture.run("ABORT TRANSACTION");

        assertThat(assets.rows()).isEmpty();
        assertThat(fixture.warnings()).isEmpty();
    }

    @Test
    void largeRowsAreSentEarlyToo() {
        SessionFixtures tight = new SessionFixtures(new WriteLimits(1_000, 10_000), assets);
        tight.run("START TRANSACTION");
        tight.insertAssets("x".repeat(20_000));

        Awaitility.await("the row is on its way").until(() -> assets.rows().size() == 1);
        tight.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new GatewayException(ErrorKind.QUERY_CANCELED, "interrupted").causedBy(e);
        }
    }
}
