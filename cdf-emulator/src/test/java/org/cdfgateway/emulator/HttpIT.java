package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.cdfgateway.emulator.TestClient.Answer;
import org.cdfgateway.emulator.fault.Fault;
import org.cdfgateway.emulator.fault.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all calls have in common: compression, request ids, faults, counters. */
class HttpIT {

    private static final String LIST = "POST /assets/list";

    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults());
        client = TestClient.admin(cdf);
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(TestClient.quoted(text).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void compressesInBothDirections() throws IOException {
        String items = "{'items':[" + "{'name':'æøå'},".repeat(99) + "{'name':'last'}]}";

        Answer answer = client.send(client.request("/assets")
                .header("Content-Encoding", "gzip")
                .header("Accept-Encoding", "gzip, deflate")
                .POST(BodyPublishers.ofByteArray(compressed(items))));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("content-encoding")).isEqualTo("gzip");
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.response().body())).readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(text).contains("æøå").endsWith("]}");
    }

    @Test
    void refusesBrokenCompression() {
        Answer answer = client.send(
                client.request("/assets").header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.error()).startsWith("400 The request body is not gzip");
    }

    @Test
    void givesEachAnswerARequestId() {
        String ok = client.post("/assets/list", "{}").header("x-request-id");
        String error = client.post("/nothing", "{}").header("x-request-id");

        assertThat(UUID.fromString(ok)).isNotEqualTo(UUID.fromString(error));
    }

    @Test
    void failsAsOftenAsAskedFor() {
        cdf.faults().next(2, LIST, Fault.status(429).retryAfter(Duration.ofSeconds(3)));

        Answer first = client.post("/assets/list", "{}");

        assertThat(first.error()).startsWith("429");
        assertThat(first.header("retry-after")).isEqualTo("3");
        assertThat(client.post("/events/list", "{}").status()).isEqualTo(200);
        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(429);
        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(200);
    }

    @Test
    void failsWithAnyBodyAndOnAnyCall() {
        cdf.faults().next(1, Faults.ANY, Fault.status(503).body("<html>"));

        Answer answer = client.get("/raw/dbs");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).isEqualTo("<html>");
    }

    @Test
    void forgetsFaults() {
        cdf.faults().next(5, LIST, Fault.status(500)).clear();

        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(200);
    }

    @Test
    void dropsConnectionBeforeTakingEffect() {
        cdf.faults().next(1, "POST /assets", Fault.dropBefore());

        assertThatThrownBy(() -> client.sendOrFail(create()))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("reset");

        assertThat(client.post("/assets/list", "{}").items()).isEmpty();
    }

    @Test
    void dropsConnectionAfterTakingEffect() {
        cdf.faults().next(1, "POST /assets", Fault.dropAfter());

        assertThatThrownBy(() -> client.sendOrFail(create()))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("reset");

        assertThat(client.post("/assets/list", "{}").items()).hasSize(1);
    }

    private HttpRequest.Builder create() {
        return client.request("/assets")
                .POST(BodyPublishers.ofString(TestClient.quoted("{'items':[{'name':'a','externalId':'a'}]}")));
    }

    @Test
    void delaysAnswers() {
        cdf.faults().next(1, LIST, Fault.delay(Duration.ofMillis(200)));
        long start = System.nanoTime();

        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void countsRequestsPerCall() {
        client.post("/assets/list", "{}");
        client.post("/assets/list", "{}");
        client.get("/raw/dbs/a/tables");
        client.get("/raw/dbs/b/tables");

        assertThat(cdf.requests(LIST)).isEqualTo(2);
        assertThat(cdf.requests("GET /raw/dbs/{db}/tables")).isEqualTo(2);
        assertThat(cdf.requests("POST /events/list")).isZero();

        cdf.resetRequests();
        assertThat(cdf.requests()).isEmpty();
    }

    @Test
    void freesPortWhenClosed() throws IOException {
        int port = cdf.baseUri().getPort();
        EmulatorSettings same = EmulatorSettings.defaults().withPort(port);
        assertThatThrownBy(() -> CdfEmulator.start(same)).isInstanceOf(IOException.class);

        cdf.close();

        CdfEmulator.start(same).close();
    }
}
