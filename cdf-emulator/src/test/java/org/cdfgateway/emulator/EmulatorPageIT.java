package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds docs/emulator.md to what there is. */
class EmulatorPageIT {

    private static final Path PAGE = Path.of("..", "docs", "emulator.md");
    private static final Path EXAMPLE =
            Path.of("src", "test", "java", "org", "cdfgateway", "emulator", "testkit", "ExampleIT.java");

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+) (/\\S*)` \\| (?:`(.*?)`)? ?\\|.*");

    private static CdfEmulator cdf;

    @BeforeAll
    static void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withControlPort(0));
    }

    @AfterAll
    static void stop() {
        cdf.close();
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        URI uri = cdf.controlUri().orElseThrow().resolve(path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static List<Matcher> rows() throws IOException {
        List<Matcher> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void theExampleIsATestThatRuns() throws IOException {
        Matcher example = JAVA.matcher(Files.readString(PAGE));

        assertThat(example.find()).isTrue();
        assertThat(Files.readString(EXAMPLE)).contains(example.group(1));
    }

    @Test
    void everyCallOfTheControlApiIsDescribed() throws Exception {
        List<String> described =
                rows().stream().map(row -> row.group(1) + " " + row.group(2)).toList();

        for (JsonNode call : JsonMapper.builder()
                .build()
                .readTree(send("GET", "/", "").body())
                .path("items")) {
            assertThat(described).contains(call.asText());
        }
    }

    @Test
    void everyExampleBodyIsUnderstood() throws Exception {
        for (Matcher row : rows()) {
            String body = row.group(3) == null ? "" : row.group(3);
            HttpResponse<String> response = send(row.group(1), row.group(2).replace("{id}", "1"), body);

            assertThat(response.statusCode()).as(row.group() + response.body()).isEqualTo(200);
        }
    }
}
