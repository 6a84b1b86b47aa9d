package org.cdfgateway.cdf.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepReaderTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private StepReader reader(ReadAhead readAhead, ReadStep... first) {
        return new StepReader(List.of(first), readAhead, executor);
    }

    /** Pages {@code number} to {@code last}, one row each. */
    private ReadStep chain(long number, long last) {
        return () -> {
            requests.incrementAndGet();
            return new ReadStep.Outcome(
                    List.of(Row.owning(number)), number == last ? List.of() : List.of(chain(number + 1, last)));
        };
    }

    private ReadStep empty(ReadStep... following) {
        return () -> {
            requests.incrementAndGet();
            return new ReadStep.Outcome(List.of(), List.of(following));
        };
    }

    private ReadStep blocked() {
        return () -> {
            requests.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new GatewayException(ErrorKind.QUERY_CANCELED, "interrupted").causedBy(e);
            }
            return ReadStep.Outcome.last(List.of());
        };
    }

    private static List<Row> all(RowReader reader) {
        List<Row> rows = new ArrayList<>();
        for (RowBatch batch = reader.next(); batch != null; batch = reader.next()) {
            rows.addAll(batch.rows());
        }
        return rows;
    }

    private void awaitRequests(int expected) {
        Awaitility.await("requests").untilAsserted(() -> assertThat(requests).hasValue(expected));
    }

    @Test
    void makesNoRequestBeforeTheFirstNext() {
        assertThat(reader(new ReadAhead(5, 5), chain(1, 3))).isNotNull();

        assertThat(requests).hasValue(0);
    }

    @Test
    void theFirstNextCostsOneRequest() throws InterruptedException {
        StepReader reader = reader(new ReadAhead(5, 5), chain(1, 3), chain(11, 13));

        reader.next();

        executor.shutdown();
        assertThat(executor.awaitTermination(5, TimeUnit.SECONDS))
                .as("nothing runs ahead")
                .isTrue();
        assertThat(requests).hasValue(1);
    }

    @Test
    void emptyPagesAreNotTheEnd() {
        assertThat(all(reader(new ReadAhead(1, 1), empty(empty(chain(1, 2)), empty()))))
                .hasSize(2);
    }

    @Test
    void severalEmptyAnswersMakeItAskForMoreAtATime() {
        StepReader reader =
                reader(new ReadAhead(3, 5), empty(), empty(), empty(), blocked(), blocked(), blocked(), blocked());
        Future<?> waiting = executor.submit(reader::next);

        awaitRequests(6);

        reader.close();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(waiting::get);
    }

    @Test
    void returnsNullAtTheEndAgainAndAgain() {
        StepReader reader = reader(new ReadAhead(2, 2), chain(1, 1));

        reader.next();

        assertThat(reader.next()).isNull();
        assertThat(reader.next()).isNull();
    }

    @Test
    void readsEveryPageOnce() {
        ReadStep[] chains = IntStream.range(0, 10)
                .mapToObj(i -> chain(i * 100L, i * 100L + 20))
                .toArray(ReadStep[]::new);

        List<Row> rows = all(reader(new ReadAhead(5, 7), chains));

        assertThat(rows).hasSize(210).doesNotHaveDuplicates();
        assertThat(requests).hasValue(210);
    }

    @Test
    void readsAheadOnlyAsFarAsItMay() {
        StepReader reader = reader(new ReadAhead(2, 3), chain(1, 100));
        reader.next();
        reader.next();

        // Two pages were handed out, three wait.
        awaitRequests(5);
    }

    @Test
    void failsWithTheFailureOfAStep() {
        StepReader reader = reader(new ReadAhead(1, 1), () -> {
            throw new GatewayException(ErrorKind.IO_ERROR, "broken");
        });

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(reader::next)
                .withMessage("broken");
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(reader::next)
                .withMessage("broken");
    }

    @Test
    void closeEndsAWaitingNextAndTheRequest() {
        StepReader reader = reader(new ReadAhead(1, 1), blocked());
        Future<?> waiting = executor.submit(reader::next);
        awaitRequests(1);

        reader.close();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(waiting::get)
                .withMessageContaining("the read was canceled");
        executor.shutdown();
        Awaitility.await("the request is abandoned").until(executor::isTerminated);
    }

    @Test
    void anInterruptedNextClosesTheReader() {
        StepReader reader = reader(new ReadAhead(1, 1), blocked());
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(reader::next)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.QUERY_CANCELED));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void isCanceledWhenTheExecutorIsGone() {
        StepReader reader = reader(new ReadAhead(1, 1), chain(1, 1));
        executor.shutdownNow();

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(reader::next)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.QUERY_CANCELED));
    }
}
