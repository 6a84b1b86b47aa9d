package org.cdfgateway.cdf.resilience;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.cdfgateway.cdf.CdfServer;
import org.cdfgateway.cdf.api.Call;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.api.Counting;
import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.cdf.api.ResourcesApi;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.FixedAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CdfClientIT {
    private static final String COUNT = "{\"items\": [{\"count\": 17}]}";
    private static final Operation READ = Operation.read("count assets", "assets", "assetsAcl");
    private static final Operation CREATE = Operation.create("create assets", "assets", "assetsAcl");

    private final CdfServer server = new CdfServer();
    private final CdfClient client = server.client();
    private final ResourcesApi api = server.apis(client).api(ResourcesApi.class);

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static Call call(Operation operation) {
        return call(operation, "tester", Duration.ofSeconds(20));
    }

    private static Call call(Operation operation, String principal, Duration timeout) {
        return new CallTimeouts(timeout, timeout).start(operation, new FixedAccess("oil-field", principal));
    }

    private long count(Call call) {
        return api.count("oil-field", "assets", Counting.Request.ALL, call)
                .items()
                .get(0)
                .count();
    }

    private void answers(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        server.wire.stubFor(post(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs(STARTED)
                .willReturn(first)
                .willSetStateTo("2"));
        server.wire.stubFor(
                post(anyUrl()).inScenario("s").whenScenarioStateIs("2").willReturn(then));
    }

    private void hangs() {
        server.wire.stubFor(post(anyUrl()).willReturn(okJson(COUNT).withFixedDelay(30_000)));
    }

    @Test
    void saysWhoIsCalling() {
        server.wire.stubFor(post(anyUrl()).willReturn(okJson(COUNT)));

        assertThat(count(call(READ, "alice", Duration.ofSeconds(20)))).isEqualTo(17);

        server.wire.verify(postRequestedFor(urlPathEqualTo("/api/v1/projects/oil-field/assets/aggregate"))
                .withHeader("Authorization", equalTo("Bearer token of alice"))
                .withHeader("x-cdp-app", equalTo("cdf-postgresql-gateway"))
                .withHeader("Accept-Encoding", equalTo("gzip"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalTo("{\"filter\":{}}")));
    }

    @Test
    void compressesLargeBodies() {
        server.wire.stubFor(post(anyUrl()).willReturn(created().withBody("{\"items\": []}")));
        String name = "x".repeat(100_000);

        api.create("oil-field", "assets", List.of(name), call(CREATE));

        server.wire.verify(postRequestedFor(anyUrl())
                .withHeader("Content-Encoding", equalTo("gzip"))
                .withRequestBody(equalTo("[\"" + name + "\"]")));
    }

    @Test
    void retriesReadsWhoseBodyBreaksOff() {
        answers(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), okJson(COUNT));

        assertThat(count(call(READ))).isEqualTo(17);
    }

    @Test
    void doesNotRetryCreatesThatBreakOff() {
        answers(aResponse().withFault(Fault.EMPTY_RESPONSE), created());

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> api.create("oil-field", "assets", List.of(), call(CREATE)))
                .withMessage("could not create assets: CDF cannot be reached")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.IO_ERROR))
                .satisfies(failure ->
                        assertThat(failure.hint().orElseThrow()).contains("not known whether CDF has carried out"));
        server.wire.verify(exactly(1), postRequestedFor(anyUrl()));
    }

    @Test
    void doesNotFollowRedirects() {
        server.wire.stubFor(post(anyUrl())
                .willReturn(aResponse().withStatus(307).withHeader("Location", "http://elsewhere.test/")));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> count(call(READ)))
                .withMessage("could not count assets: CDF failed with status 307");
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotCome() {
        hangs();

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> count(call(READ, "tester", Duration.ofMillis(200))))
                .withMessage("could not count assets: CDF cannot be reached")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.IO_ERROR));
    }

    @Test
    void givesUpOnABodyThatStalls() {
        server.wire.stubFor(
                post(anyUrl()).willReturn(aResponse().withBody(COUNT).withChunkedDribbleDelay(10, 30_000)));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> count(call(READ, "tester", Duration.ofMillis(300))))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.IO_ERROR));
    }

    @Test
    void anInterruptionAbortsTheRequest() throws Exception {
        hangs();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Long> waiting = threads.submit(() -> count(call(READ)));
            awaitRequest();

            threads.shutdownNow();

            assertCanceled(waiting);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void closingAbortsTheRequest() throws Exception {
        hangs();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Long> waiting = threads.submit(() -> count(call(READ)));
            awaitRequest();

            client.close();

            assertCanceled(waiting);
        } finally {
            threads.shutdownNow();
        }
    }

    private void awaitRequest() {
        Awaitility.await("the request arrives")
                .untilAsserted(() -> server.wire.verify(exactly(1), postRequestedFor(anyUrl())));
    }

    private static void assertCanceled(Future<Long> waiting) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(waiting::get)
                .withCauseInstanceOf(GatewayException.class)
                .withMessageContaining("canceled the request to count assets");
    }

    @Test
    void anUnreachableClusterIsAnIoError() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        ResourcesApi unreachable = new CdfApis(nobody, client).api(ResourcesApi.class);

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> unreachable.count("oil-field", "assets", Counting.Request.ALL, call(READ)))
                .withMessage("could not count assets: CDF cannot be reached")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.IO_ERROR));
    }

    @Test
    void anAnswerOfAnotherShapeIsAnIoError() {
        server.wire.stubFor(post(anyUrl()).willReturn(okJson("[1, 2")));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> count(call(READ)))
                .withMessage("CDF's answer is not what the gateway expected")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.IO_ERROR));
    }

    @Test
    void errorsCarryCdfsWordsAndTheRequestId() {
        server.wire.stubFor(post(anyUrl())
                .willReturn(jsonResponse("{\"error\": {\"code\": 400, \"message\": \"Invalid cursor\"}}", 400)
                        .withHeader("x-request-id", "r-77")));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> count(call(READ)))
                .withMessage("could not count assets: CDF refused the request: Invalid cursor")
                .satisfies(failure ->
                        assertThat(failure.detail()).contains("CDF says (400): Invalid cursor\nRequest id: r-77"));
    }

    @Test
    void tokensAreInNoText() {
        server.wire.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(403)));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> count(call(READ, "alice", Duration.ofSeconds(5))))
                .satisfies(failure -> assertThat(failure.text() + failure.detail() + failure.hint())
                        .doesNotContain("token of alice"));
    }

    @Test
    void printsItsLayers() {
        assertThat(client).hasToString("identification(failure(retry(budget(token(gzip(transport))))))");
    }

    @Test
    void refusesAnswersThatAreTooLarge() {
        byte[] incompressible = new byte[100_000];
        new Random(1).nextBytes(incompressible);
        server.wire.stubFor(post(anyUrl()).willReturn(aResponse().withBody(incompressible)));
        CdfClient small = server.client(1_000);
        ResourcesApi bounded = server.apis(small).api(ResourcesApi.class);

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> bounded.count("oil-field", "assets", Counting.Request.ALL, call(READ)))
                .withMessage("CDF's answer has more than 1000 bytes")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.PROGRAM_LIMIT_EXCEEDED));
        server.wire.verify(exactly(1), postRequestedFor(anyUrl()));
    }
}
