package org.cdfgateway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cdfgateway.app.demo.CdfProject;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate-tables --infer} looks at RAW in an emulated CDF. */
class MigrateTablesIT {

    private static final String DUMP = """
            {"items": [{"id": 7, "destination": "raw", "name": "pumps",
              "columns": ["tag", "running", "starts", "flow", "since", "parts", "place", "notes", "unused"],
              "options": {"primary_key": "tag", "database": "plant", "table": "pumps"}}]}
            """;
    private static final String ROWS = """
            {"items": [
              {"key": "1", "columns": {"tag": "P-1", "running": true, "starts": 3, "flow": 1, "since": "2024-05-01T12:00:00Z",
                "parts": ["a"], "place": {"x": 1}, "notes": "n"}},
              {"key": "2", "columns": {"tag": "P-2", "running": null, "starts": 4, "flow": 2.5, "since": "2024-05-01T12:00:00+02:00",
                "parts": [], "notes": 5}}]}
            """;

    private static CdfEmulator cdf;
    private static Secret token;

    @TempDir
    private static Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults());
        CdfProject project = new CdfProject(
                cdf.baseUri(),
                cdf.controlUri(),
                cdf.tokenUri(),
                "demo",
                EmulatorSettings.ADMIN.id(),
                new Secret(EmulatorSettings.ADMIN.secret()));
        token = new SignUp(project, cdf.baseUri()).accessToken();
        URI rows =
                URI.create(cdf.baseUri() + "/api/v1/projects/demo/raw/dbs/plant/tables/pumps/rows?ensureParent=true");
        HttpRequest request = HttpRequest.newBuilder(rows)
                .header("Authorization", "Bearer " + token.reveal())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ROWS))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        cdf.close();
    }

    @Test
    void givesColumnsTheTypesOfTheirValues() throws IOException {
        assertThat(run(DUMP, token)).as(err.toString()).isZero();

        JsonNode item = new JsonMapper().readTree(out.toString()).path("items").path(0);
        assertThat(item.path("tablename").asText()).isEqualTo("pumps");
        assertThat(item.path("options").path("primaryKey").asText()).isEqualTo("tag");
        assertThat(types(item))
                .containsExactly(
                        Map.entry("tag", "TEXT"),
                        Map.entry("running", "BOOL"),
                        Map.entry("starts", "BIGINT"),
                        Map.entry("flow", "DOUBLE PRECISION"),
                        Map.entry("since", "TIMESTAMPTZ"),
                        Map.entry("parts", "TEXT[]"),
                        Map.entry("place", "JSON"),
                        Map.entry("notes", "TEXT"),
                        Map.entry("unused", "TEXT"));
    }

    @Test
    void failsWhenCdfDoesNotTakeTheToken() throws IOException {
        assertThat(run(DUMP, new Secret("not-a-token"))).isEqualTo(1);
        assertThat(err.toString()).startsWith("gateway: ").doesNotContain("not-a-token");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void columnsOfTablesWithoutRowsAreText() throws IOException {
        assertThat(run(DUMP.replace("\"table\": \"pumps\"", "\"table\": \"none\""), token))
                .isZero();
        assertThat(types(new JsonMapper().readTree(out.toString()).path("items").path(0)))
                .hasSize(9)
                .containsValue("TEXT")
                .doesNotContainValue("BIGINT");
    }

    private int run(String dump, Secret access) throws IOException {
        Path dumpFile = Files.writeString(directory.resolve("dump.json"), dump);
        Path tokenFile = Files.writeString(directory.resolve("token"), access.reveal() + "\n");
        return CommandLines.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        "migrate-tables",
                        "--infer",
                        "--cdf-url",
                        cdf.baseUri().toString(),
                        "--project",
                        "demo",
                        "--token-file",
                        tokenFile.toString(),
                        dumpFile.toString());
    }

    private static Map<String, String> types(JsonNode item) {
        Map<String, String> types = new LinkedHashMap<>();
        item.path("columns")
                .properties()
                .forEach(column -> types.put(
                        column.getKey(), column.getValue().path("type").asText()));
        return types;
    }
}
