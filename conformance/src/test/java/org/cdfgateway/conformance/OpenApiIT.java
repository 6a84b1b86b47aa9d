package org.cdfgateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The emulator's answers fit CDF's published OpenAPI description. The description is Cognite's and not part of this
 * project: the environment's {@code CDF_OPENAPI} names a file with it (docs/emulator.md says where it is found), and
 * without it this test is skipped.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private URI location;
    private JsonNode description;
    private CdfEmulator cdf;
    private String token;
    private final Map<String, String> seen = new HashMap<>();

    @BeforeAll
    void start() throws Exception {
        String file = System.getenv("CDF_OPENAPI");
        assumeTrue(file != null, "CDF_OPENAPI does not name a copy of CDF's OpenAPI description");
        location = Path.of(file).toAbsolutePath().toUri();
        description = JSON.readTree(Path.of(file).toFile());
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withVolume(Volume.ofAssets(500)));
        token = JSON.readTree(http.send(
                                HttpRequest.newBuilder(cdf.tokenUri())
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                                + EmulatorSettings.ADMIN.id() + "&client_secret="
                                                + EmulatorSettings.ADMIN.secret() + "&scope=" + cdf.baseUri()
                                                + "/.default"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body())
                .path("access_token")
                .asText();
    }

    @AfterAll
    void stop() {
        if (cdf != null) {
            cdf.close();
        }
    }

    @TestFactory
    List<DynamicTest> answersFitTheDescription() throws IOException {
        return cases().stream()
                .map(request -> DynamicTest.dynamicTest(request.toString(), () -> check(request)))
                .toList();
    }

    private static List<RequestCase> cases() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/openapi/requests.txt"), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(RequestCase::parse)
                .toList();
    }

    /** Calls that the description does not have, or whose answers are no JSON, are none of this test's business. */
    @Test
    void someRequestIsMadeToEveryCallThatIsDescribed() throws IOException {
        Set<String> described = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> described.add(named(method.toUpperCase(Locale.ROOT), path.getKey())));
        }
        Set<String> made = new TreeSet<>();
        for (RequestCase request : cases()) {
            made.add(named(request.method(), request.template()));
        }

        assertThat(cdf.admissions().keySet())
                .map(call -> call.replace("/api/v1/token", "/token"))
                .map(call -> named(call.substring(0, call.indexOf(' ')), call.substring(call.indexOf(' ') + 1)))
                .filteredOn(described::contains)
                .isSubsetOf(made);
    }

    /** Paths with variables of other names are the same. */
    private static String named(String method, String path) {
        return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    private void check(RequestCase asked) throws Exception {
        RequestCase request = asked.with(seen);
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(cdf.baseUri() + request.root() + request.path()))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                request.method(),
                                request.body().isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(request.body()))
                        .build(),
                BodyHandlers.ofString());
        remember(JSON.readTree(response.body()));
        assertThat(request.accepts(response.statusCode()))
                .as("%s %s", response.statusCode(), response.body())
                .isTrue();
        List<String> violations = violations(request, response);
        if (request.fits()) {
            assertThat(violations).as(response.body()).isEmpty();
        } else {
            assertThat(violations).as("the description is right after all").isNotEmpty();
        }
    }

    /** Keeps the plain members of an answer and of its first item. */
    private void remember(JsonNode answer) {
        for (JsonNode object : List.of(answer, answer.path("items").path(0))) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (member.getValue().isValueNode()) {
                    seen.put(member.getKey(), member.getValue().asText());
                }
            }
        }
    }

    private List<String> violations(RequestCase request, HttpResponse<String> response) throws IOException {
        List<String> pointer = new ArrayList<>(List.of(
                "paths",
                request.template(),
                request.method().toLowerCase(Locale.ROOT),
                "responses",
                "" + response.statusCode()));
        JsonNode declared = at(pointer);
        if (declared.isMissingNode()) {
            return List.of("status " + response.statusCode() + " is not declared");
        }
        if (declared.has("$ref")) {
            String shared = declared.path("$ref").asText();
            pointer = new ArrayList<>(List.of(shared.substring("#/".length()).split("/", -1)));
            declared = at(pointer);
        }
        if (declared.path("content").path("application/json").path("schema").isMissingNode()) {
            return List.of();
        }
        pointer.addAll(List.of("content", "application/json", "schema"));
        return schema(pointer).validate(JSON.readTree(response.body())).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonNode at(List<String> pointer) {
        JsonNode node = description;
        for (String segment : pointer) {
            node = node.path(segment);
        }
        return node;
    }

    private JsonSchema schema(List<String> pointer) {
        String fragment = pointer.stream()
                .map(segment -> segment.replace("~", "~0").replace("/", "~1"))
                .reduce("", (left, right) -> left + "/" + right);
        return schemas.getSchema(SchemaLocation.of(location + "#" + fragment));
    }
}
