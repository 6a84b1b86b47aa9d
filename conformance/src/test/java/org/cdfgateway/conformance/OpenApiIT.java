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
import java.util.List;
import java.util.Locale;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
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
    private URI description;
    private JsonNode paths;
    private CdfEmulator cdf;
    private String token;

    /**
     * One request.
     *
     * @param path as called, without the project's part
     * @param template the path in the description
     * @param fits whether the description is right about the answer
     */
    private record RequestCase(String method, String path, String template, String body, boolean fits) {

        /** A line {@code [!] METHOD path [as template] [body]}. */
        static RequestCase parse(String text) {
            boolean fits = !text.startsWith("! ");
            String line = fits ? text : text.substring(2);
            int brace = line.indexOf(" {\"");
            String head = brace < 0 ? line : line.substring(0, brace);
            String[] words = head.strip().split(" ", -1);
            String path = words[1];
            String template = words.length > 3 ? words[3] : path.replaceAll("\\?.*", "");
            return new RequestCase(words[0], path, template, brace < 0 ? "" : line.substring(brace + 1), fits);
        }

        /** Inspection of a token belongs to no project. */
        String root() {
            return path.startsWith("/token") ? "/api/v1" : "/api/v1/projects/demo";
        }

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    @BeforeAll
    void start() throws Exception {
        String file = System.getenv("CDF_OPENAPI");
        assumeTrue(file != null, "CDF_OPENAPI does not name a copy of CDF's OpenAPI description");
        description = Path.of(file).toAbsolutePath().toUri();
        paths = JSON.readTree(Path.of(file).toFile()).path("paths");
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
        return Files.readAllLines(Path.of("src/test/resources/openapi/requests.txt"), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(RequestCase::parse)
                .map(request -> DynamicTest.dynamicTest(request.toString(), () -> check(request)))
                .toList();
    }

    private void check(RequestCase request) throws Exception {
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
        List<String> violations = violations(request, response);
        if (request.fits()) {
            assertThat(violations).as(response.body()).isEmpty();
        } else {
            assertThat(violations).as("the description is right after all").isNotEmpty();
        }
    }

    private List<String> violations(RequestCase request, HttpResponse<String> response) throws IOException {
        List<String> pointer = new ArrayList<>(List.of(
                request.template(),
                request.method().toLowerCase(Locale.ROOT),
                "responses",
                "" + response.statusCode()));
        JsonNode declared = at(pointer);
        if (declared.isMissingNode()) {
            return List.of("status " + response.statusCode() + " is not declared");
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
        JsonNode node = paths;
        for (String segment : pointer) {
            node = node.path(segment);
        }
        return node;
    }

    private JsonSchema schema(List<String> pointer) {
        String fragment = pointer.stream()
                .map(segment -> segment.replace("~", "~0").replace("/", "~1"))
                .reduce("/paths", (left, right) -> left + "/" + right);
        return schemas.getSchema(SchemaLocation.of(description + "#" + fragment));
    }
}
