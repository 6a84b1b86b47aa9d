package org.cdfgateway.cdf.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.cdf.resilience.CallFixture.CREATE;
import static org.cdfgateway.cdf.resilience.CallFixture.READ;
import static org.cdfgateway.cdf.resilience.CallFixture.UPSERT;
import static org.cdfgateway.cdf.resilience.CallFixture.aCall;
import static org.cdfgateway.cdf.resilience.CallFixture.aRequest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.domain.identity.FixedAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingClientTest {
    private static final RetryPolicy AT_ONCE = new RetryPolicy(3, Duration.ZERO, Duration.ofSeconds(5));

    private final ScriptedClient cdf = new ScriptedClient();

    private int statusOf(Operation operation) throws IOException {
        return client(AT_ONCE).execute(aRequest(), aCall(operation)).status();
    }

    private RetryingClient client(RetryPolicy policy) {
        return new RetryingClient(cdf, policy, new RetryAfter(Clock.systemUTC()));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void retriesReads(int status) throws IOException {
        cdf.answers(status).answers(200);

        assertThat(statusOf(READ)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422, 501})
    void doesNotRetryWhatStaysWrong(int status) throws IOException {
        cdf.answers(status);

        assertThat(statusOf(READ)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void retriesUpserts(int status) throws IOException {
        cdf.answers(status).answers(200);

        assertThat(statusOf(UPSERT)).isEqualTo(200);
    }

    @Test
    void doesNotRetryUpsertsOnServerError() throws IOException {
        cdf.answers(500);

        assertThat(statusOf(UPSERT)).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void doesNotRetryCreatesThatMayHaveHappened(int status) throws IOException {
        cdf.answers(status);

        assertThat(statusOf(CREATE)).isEqualTo(status);
    }

    @Test
    void retriesCreatesThatWereThrottled() throws IOException {
        cdf.answers(429).answers(201);

        assertThat(statusOf(CREATE)).isEqualTo(201);
    }

    @Test
    void retriesCreatesThatCdfFlagsInAHeader() throws IOException {
        cdf.answers(503, Map.of("cdf-is-auto-retryable", "true"), "").answers(201);

        assertThat(statusOf(CREATE)).isEqualTo(201);
    }

    @Test
    void retriesCreatesThatCdfFlagsInTheBody() throws IOException {
        cdf.answers(409, Map.of(), "{\"error\": {\"code\": 409, \"isAutoRetryable\": true}}")
                .answers(201);

        assertThat(statusOf(CREATE)).isEqualTo(201);
    }

    @Test
    void retriesCreatesThatNeverLeft() throws IOException {
        cdf.fails(new ConnectException())
                .fails(new HttpConnectTimeoutException(""))
                .answers(201);

        assertThat(statusOf(CREATE)).isEqualTo(201);
    }

    @Test
    void doesNotRetryCreatesThatBrokeOff() {
        cdf.fails(new HttpTimeoutException("no answer"));

        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> statusOf(CREATE));
    }

    @Test
    void retriesReadsThatBrokeOff() throws IOException {
        cdf.fails(new IOException("broken")).answers(200);

        assertThat(statusOf(READ)).isEqualTo(200);
    }

    @Test
    void doesNotRetryAfterAnInterruption() {
        cdf.fails(new InterruptedIOException("aborted"));

        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> statusOf(READ));
    }

    @Test
    void givesUpAfterTheLastTryWithItsAnswer() throws IOException {
        cdf.answers(503).answers(503).answers(502);

        assertThat(statusOf(READ)).isEqualTo(502);
        assertThat(cdf.requests).hasSize(3);
    }

    @Test
    void doesNotBeginAWaitThatOutlastsTheCall() throws IOException {
        cdf.answers(429, Map.of("Retry-After", "5"), "");

        int status = client(AT_ONCE)
                .execute(aRequest(), aCall(READ, FixedAccess.anAccess(), Duration.ofSeconds(2)))
                .status();

        assertThat(status).isEqualTo(429);
    }

    @Test
    void aWaitIsInterrupted() {
        cdf.answers(429, Map.of("Retry-After", "5"), "");
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> statusOf(READ));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aWaitAfterAFailureIsInterrupted() {
        cdf.fails(new IOException("broken"));
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> client(new RetryPolicy(3, Duration.ofHours(1), Duration.ofHours(1)))
                        .execute(aRequest(), aCall(READ, FixedAccess.anAccess(), Duration.ofHours(2))));
        assertThat(Thread.interrupted()).isTrue();
    }
}
