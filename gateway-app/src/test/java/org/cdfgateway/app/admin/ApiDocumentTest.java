package org.cdfgateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cdfgateway.app.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI document against the routes it describes. */
class ApiDocumentTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path PAGE = Path.of("..", "docs", "openapi.json");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Route> routes = new ArrayList<>(ApiRoutes.all());
    private AdminServer server;

    @BeforeEach
    void start() {
        routes.addAll(ApiDocument.routes());
        Readiness readiness = new Readiness();
        readiness.moveTo(Readiness.State.READY);
        routes.addAll(HealthRoutes.of(readiness));
        server = AdminServer.start(
                AdminSettings.plain(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), routes);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void describesEveryRouteAndNoOther() throws Exception {
        Set<String> described = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            path.getValue().fieldNames().forEachRemaining(method -> {
                if (METHODS.contains(method)) {
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            });
        }
        Set<String> served = new TreeSet<>();
        routes.forEach(route -> served.add(route.method() + " " + route.path()));

        assertThat(described).isEqualTo(served);
    }

    @Test
    void isAmongTheDocs() throws Exception {
        assertThat(JSON.readTree(Files.readString(PAGE))).isEqualTo(document());
    }

    @Test
    void isReferredToFromTheRoot() throws Exception {
        assertThat(get("/").path("openapi").asText()).isEqualTo("/openapi.json");
    }

    @Test
    void itsReferencesLeadSomewhere() throws Exception {
        JsonNode document = document();

        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void itsExamplesOfRequestsAreAccepted() throws Exception {
        int examples = 0;
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            JsonNode post = path.getValue().path("post");
            for (JsonNode example : post.at("/requestBody/content/application~1json/examples")) {
                HttpResponse<String> response = http.send(
                        request(path.getKey())
                                .POST(BodyPublishers.ofString(
                                        example.path("value").toString()))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(response.statusCode())
                        .as("%s %s: %s", path.getKey(), example, response.body())
                        .isEqualTo(200);
                examples++;
            }
        }
        assertThat(examples).isGreaterThan(10);
    }

    @Test
    void itsExamplesOfAnswersHaveTheFieldsOfAnswers() throws Exception {
        JsonNode created =
                document().at("/paths/~1api~1v1~1projects~1{project}~1postgresgateway~1tables~1{username}/post");
        HttpResponse<String> response = http.send(
                request("/api/v1/projects/{project}/postgresgateway/tables/{username}")
                        .POST(BodyPublishers.ofString(
                                created.at("/requestBody/content/application~1json/examples/raw/value")
                                        .toString()))
                        .build(),
                BodyHandlers.ofString());

        assertThat(JSON.readTree(response.body()))
                .isEqualTo(created.at("/responses/200/content/application~1json/example"));
    }

    private JsonNode document() throws Exception {
        return get("/openapi.json");
    }

    private JsonNode get(String path) throws Exception {
        return JSON.readTree(
                http.send(request(path).GET().build(), BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(String path) {
        String filled = path.replace("{project}", "plant-a").replace("{username}", "b");
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.address().getPort() + filled))
                .header("Authorization", "Bearer writer");
    }
}
