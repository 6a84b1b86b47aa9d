package org.cdfgateway.cdf.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.cdf.resilience.CallFixture.READ;
import static org.cdfgateway.cdf.resilience.CallFixture.aCall;
import static org.cdfgateway.cdf.resilience.CallFixture.aRequest;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.FixedAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetedClientTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch answers = new CountDownLatch(1);
    private final AtomicInteger underWay = new AtomicInteger();

    private final Client slowCdf = (Request request, Request.Options options) -> {
        underWay.incrementAndGet();
        try {
            answers.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return Response.builder().request(request).status(200).headers(Map.of()).build();
    };

    @AfterEach
    void stop() {
        answers.countDown();
        threads.shutdownNow();
    }

    private BudgetedClient client(Budget budget, Duration longestWait) {
        return new BudgetedClient(slowCdf, new Budgets(Map.of("things", budget), budget), longestWait);
    }

    private Future<Response> send(BudgetedClient client, String principal) {
        return threads.submit(() -> client.execute(aRequest(), aCall(READ, new FixedAccess("oil-field", principal))));
    }

    private void awaitUnderWay(int requests) {
        Awaitility.await("requests reach CDF")
                .untilAsserted(() -> assertThat(underWay).hasValue(requests));
    }

    @Test
    void letsAsManyRequestsThroughAsTheBudgetAllows() throws Exception {
        BudgetedClient client = client(new Budget(100, 2), Duration.ofMinutes(1));
        Future<Response> first = send(client, "a");
        Future<Response> second = send(client, "a");
        awaitUnderWay(2);
        Future<Response> third = send(client, "a");

        answers.countDown();

        assertThat(first.get().status()).isEqualTo(200);
        assertThat(second.get().status()).isEqualTo(200);
        assertThat(third.get().status()).isEqualTo(200);
    }

    @Test
    void refusesWhatWaitsForTooLong() {
        BudgetedClient client = client(new Budget(100, 1), Duration.ZERO);
        Future<Response> unused = send(client, "a");
        awaitUnderWay(1);

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> client.execute(aRequest(), aCall(READ, new FixedAccess("oil-field", "a"))))
                .withMessage("could not list things: too many requests of the same user are waiting for CDF")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.CONFIGURATION_LIMIT_EXCEEDED));
    }

    @Test
    void identitiesDoNotWaitForEachOther() {
        BudgetedClient client = client(new Budget(100, 1), Duration.ZERO);
        Future<Response> unused = send(client, "a");
        awaitUnderWay(1);

        Future<Response> other = send(client, "b");

        awaitUnderWay(2);
        assertThat(other).isNotNull();
    }

    @Test
    void keepsToTheRate() {
        BudgetedClient client = client(new Budget(1, 10), Duration.ZERO);
        Future<Response> unused = send(client, "a");
        awaitUnderWay(1);

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> client.execute(aRequest(), aCall(READ, new FixedAccess("oil-field", "a"))))
                .withMessageContaining("too many requests of the same user");
    }
}
