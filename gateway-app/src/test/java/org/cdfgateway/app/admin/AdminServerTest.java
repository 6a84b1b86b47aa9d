package org.cdfgateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.cdfgateway.app.health.Readiness;
import org.cdfgateway.pgwire.admission.AllowedAddresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminServerTest {

    private static final String USERS = "/api/v1/projects/plant-a/postgresgateway";
    private static final String GOOD_BODY = "{\"items\": [{\"credentials\": {\"nonce\": \"n-1\"}}]}";

    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Readiness readiness = new Readiness();
    private final FakeUserRegistry users = new FakeUserRegistry();
    private AdminServer server;

    @BeforeEach
    void start() {
        start(AdminSettings.plain(ANYWHERE));
    }

    private void start(AdminSettings settings) {
        AdminEndpoint createUsers = AuditedChange.creating(
                new Authorization(FakeTokens::rightsOf), refusal -> {}, users, "gateway.example.com");
        List<Route> routes = Stream.concat(
                        HealthRoutes.of(readiness).stream(),
                        Stream.of(new Route("POST", "/api/v1/projects/{project}/postgresgateway", createUsers)))
                .toList();
        server = AdminServer.start(settings, routes);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersNobodyFromAnotherAddress() throws Exception {
        server.close();
        start(new AdminSettings(ANYWHERE, Optional.empty(), AllowedAddresses.parse("192.0.2.0/24")));

        HttpResponse<String> response = post(USERS, "writer", GOOD_BODY);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body())
                .isEqualTo("{\"error\":{\"code\":403,\"message\":\"connections from host 127.0.0.1 are not"
                        + " allowed\"}}");
    }

    @Test
    void createsAUserAndTellsItsPasswordOnce() throws Exception {
        HttpResponse<String> response = post(USERS, "writer", GOOD_BODY);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("{\"items\":[{\"host\":\"gateway.example.com\",\"username\":\"u1\",\"password\":\"pw\","
                        + "\"createdTime\":1000,\"lastUpdatedTime\":2000,\"sessionId\":42}]}");
        assertThat(response.headers().firstValue("x-request-id")).isPresent();
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(users.spent()).containsExactly("somebody plant-a n-1");
    }

    @Test
    void readsCompressedBodies() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(USERS))
                .header("Authorization", "Bearer writer")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(GOOD_BODY)))
                .build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesCompressedBodiesThatGrowTooLarge() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(USERS))
                .header("Authorization", "Bearer writer")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(" ".repeat(BoundedBody.MAX_BYTES + 1))))
                .build();

        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body())
                .isEqualTo("{\"error\":{\"code\":413,\"message\":\"request body is longer than 1048576 bytes\"}}");
    }

    @Test
    void demandsABearerToken() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(uri(USERS))
                        .POST(BodyPublishers.ofString(GOOD_BODY))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("Unauthorized: no bearer token");
    }

    @Test
    void refusesATokenThatCdfRefuses() throws Exception {
        HttpResponse<String> response = post(USERS, "expired", GOOD_BODY);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body())
                .contains("CDF does not accept the bearer token")
                .doesNotContain("expired\"");
    }

    @Test
    void namesTheMissingCapability() throws Exception {
        HttpResponse<String> response = post(USERS, "reader", GOOD_BODY);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("missing capability postgresGatewayAcl:WRITE in project \\\"plant-a\\\"");
        assertThat(users.spent()).isEmpty();
    }

    @Test
    void tellsNothingOfOtherProjects() throws Exception {
        HttpResponse<String> existing = post(USERS.replace("plant-a", "plant-b"), "writer", GOOD_BODY);
        HttpResponse<String> absent = post(USERS.replace("plant-a", "plant-c"), "writer", GOOD_BODY);

        assertThat(existing.statusCode()).isEqualTo(403);
        assertThat(existing.body().replace("plant-b", "plant-c")).isEqualTo(absent.body());
    }

    @Test
    void passesOnWhatCdfSaysOfANonce() throws Exception {
        HttpResponse<String> response = post(USERS, "writer", GOOD_BODY.replace("n-1", "old"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo(
                        "{\"error\":{\"code\":400,\"message\":\"CDF does not accept the nonce. CDF says: expired. Make a new one.\"}}");
    }

    @Test
    void saysThatCdfCannotBeReached() throws Exception {
        HttpResponse<String> response = post(USERS, "offline", GOOD_BODY);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("CDF cannot be reached");
    }

    @Test
    void hidesWhatNobodyForesaw() throws Exception {
        HttpResponse<String> response = post(USERS, "writer", GOOD_BODY.replace("n-1", "bug"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body())
                .contains("internal error, see the gateway's log for request ")
                .doesNotContain("oops");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                      | 400 | request body is not valid JSON: line 1, column 2
            {"items": []} x                                        | 400 | request body is not valid JSON: line 1, column 15
            {"items": [], "items": []}                             | 400 | request body is not valid JSON: line 1, column 22
            ``                                                     | 422 | body: missing (expected: an object)
            null                                                   | 422 | body: null (expected: an object)
            []                                                     | 422 | body: an array (expected: an object)
            {}                                                     | 422 | items: missing (expected: an array of exactly 1 objects)
            {"items": null}                                        | 422 | items: null (expected: an array of exactly 1 objects)
            {"items": []}                                          | 422 | Request must contain exactly 1 item in request body, found 0
            {"items": [{}, {}]}                                    | 422 | Request must contain exactly 1 item in request body, found 2
            {"items": [null]}                                      | 422 | items[0]: null (expected: an object)
            {"items": [{}]}                                        | 422 | items[0].credentials: missing (expected: an object)
            {"items": [{"credentials": null}]}                     | 422 | items[0].credentials: null (expected: an object)
            {"items": [{"credentials": {}}]}                       | 422 | items[0].credentials.nonce: missing (expected: a text)
            {"items": [{"credentials": {"nonce": null}}]}          | 422 | items[0].credentials.nonce: null (expected: a text)
            {"items": [{"credentials": {"nonce": 7}}]}             | 422 | items[0].credentials.nonce: a number (expected: a text)
            {"items": [{"credentials": {"nonce": ""}}]}            | 422 | items[0].credentials.nonce: an empty text (expected: a text)
            {"items": [{"credentials": {"nonce": "n", "x": 1}}]}   | 422 | items[0].credentials: unknown field \\"x\\" (expected: nonce, clientCredentials)
            {"items": [{"credentials": {"nonce": "n"}, "x": 1}]}   | 422 | items[0]: unknown field \\"x\\" (expected: credentials)
            {"items": [{"credentials": {"nonce": "n"}}], "x": 1}   | 422 | body: unknown field \\"x\\" (expected: items)
            """)
    void refusesOtherBodies(String body, int status, String message) throws Exception {
        HttpResponse<String> response = post(USERS, "writer", body);

        assertThat(response.body()).isEqualTo("{\"error\":{\"code\":" + status + ",\"message\":\"" + message + "\"}}");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(users.spent()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /api/v1/projects/plant-a/other, 404",
        "POST, /api/v1/projects/plant-a/postgresgateway/more, 404",
        "GET, /api/v1/projects/plant-a/postgresgateway, 405",
        "POST, /health, 405",
        "GET, /, 404"
    })
    void knowsItsPathsAndMethods(String method, String path, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .method(method, BodyPublishers.noBody())
                .build();

        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).startsWith("{\"error\":{\"code\":" + status + ",\"message\":");
    }

    @Test
    void isLiveBeforeItIsReady() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(get("/ready").statusCode()).isEqualTo(503);

        readiness.moveTo(Readiness.State.READY);
        assertThat(get("/ready").body()).isEqualTo("{\"status\":\"ready\"}");

        readiness.moveTo(Readiness.State.STOPPING);
        assertThat(get("/ready").statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
