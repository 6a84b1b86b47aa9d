package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesIT {

    private final MutableClock clock = new MutableClock();
    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withClock(clock));
        client = TestClient.admin(cdf);
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private JsonNode create(String file) {
        Answer answer = client.post("/files", file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private Answer put(String url, String content) {
        return client.send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString(content)));
    }

    private Answer fetch(String url) {
        return client.send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    private String downloadUrl(String externalId) {
        return client.post("/files/downloadlink", "{'items':[{'externalId':'" + externalId + "'}]}")
                .item(0)
                .path("downloadUrl")
                .asText();
    }

    private JsonNode read(String externalId) {
        return client.post("/files/byids", "{'items':[{'externalId':'" + externalId + "'}]}")
                .item(0);
    }

    @Test
    void createAnswersOneFileWithUploadUrlAndLabels() {
        JsonNode file = create("{'name':'a.txt'}");

        assertThat(file.properties())
                .extracting(field -> field.getKey())
                .containsExactlyInAnyOrder(
                        "id", "name", "uploaded", "labels", "uploadUrl", "createdTime", "lastUpdatedTime");
        assertThat(file.path("uploaded").asBoolean()).isFalse();
    }

    @Test
    void contentGoesUpAndComesDown() {
        JsonNode file = create("{'name':'a.txt','externalId':'a'}");
        assertThat(client.post("/files/downloadlink", "{'items':[{'externalId':'a'}]}")
                        .status())
                .isEqualTo(400);
        clock.advance(Duration.ofSeconds(5));

        assertThat(put(file.path("uploadUrl").asText(), "hello").status()).isEqualTo(200);

        assertThat(read("a").path("uploaded").asBoolean()).isTrue();
        assertThat(read("a").path("uploadedTime").asLong())
                .isEqualTo(file.path("createdTime").asLong() + 5000);
        Answer down = fetch(downloadUrl("a"));
        assertThat(down.text()).isEqualTo("hello");
        assertThat(down.header("Content-Type")).isEqualTo("text/plain");
    }

    @Test
    void linksEndAndCannotBeForged() {
        JsonNode file = create("{'name':'a.txt','externalId':'a'}");
        String upload = file.path("uploadUrl").asText();
        put(upload, "hello");
        String download = downloadUrl("a");

        assertThat(put(upload.replace("UPLOAD-", "UPLOAD-1"), "x").status()).isEqualTo(403);
        assertThat(fetch(upload).status()).isEqualTo(403);
        clock.advance(Duration.ofSeconds(31));
        assertThat(fetch(download).status()).isEqualTo(403);
    }

    @Test
    void contentGoesUpInParts() {
        Answer started = client.post("/files/initmultipartupload?parts=2", "{'name':'b','externalId':'b'}");
        assertThat(started.status()).isEqualTo(201);
        List<JsonNode> urls = List.of(
                started.json().path("uploadUrls").get(1),
                started.json().path("uploadUrls").get(0));
        put(urls.get(0).asText(), "world");
        put(urls.get(1).asText(), "hello ");

        assertThat(client.post(
                                "/files/completemultipartupload",
                                "{'externalId':'b','uploadId':'"
                                        + started.json().path("uploadId").asText() + "'}")
                        .status())
                .isEqualTo(200);

        assertThat(fetch(downloadUrl("b")).text()).isEqualTo("hello world");
    }

    @Test
    void uploadLinkIsForOneFile() {
        create("{'name':'a','externalId':'a'}");
        create("{'name':'b','externalId':'b'}");

        Answer link = client.post("/files/uploadlink", "{'items':[{'externalId':'a'}]}");
        assertThat(link.item(0).path("uploadUrl").asText()).startsWith("http://127.0.0.1:");
        assertThat(client.post("/files/uploadlink", "{'items':[{'externalId':'a'},{'externalId':'b'}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tooLargeContentIsRefused() {
        String url = create("{'name':'a','externalId':'a'}").path("uploadUrl").asText();
        byte[] large = new byte[(16 << 20) + 1];
        Arrays.fill(large, (byte) 'x');

        assertThat(put(url, new String(large, StandardCharsets.US_ASCII)).status())
                .isEqualTo(413);
        assertThat(read("a").path("uploaded").asBoolean()).isFalse();
    }

    @Test
    void overwriteReplacesOnlyWhatIsGiven() {
        create("{'name':'a','externalId':'a','source':'s','metadata':{'k':'1','l':'2'}}");
        assertThat(client.post("/files", "{'name':'b','externalId':'a'}").error())
                .isEqualTo("409 Duplicate external ids: a");

        Answer again = client.post("/files?overwrite=true", "{'name':'b','externalId':'a','metadata':{'k':'3'}}");

        assertThat(again.status()).isEqualTo(201);
        assertThat(read("a").path("name").asText()).isEqualTo("b");
        assertThat(read("a").path("source").asText()).isEqualTo("s");
        assertThat(read("a").path("metadata").toString()).isEqualTo("{\"k\":\"3\"}");
    }

    @Test
    void everyUpdateAnswersMetadataAndNameStays() {
        create("{'name':'a','externalId':'a'}");

        Answer updated = client.post("/files/update", "{'items':[{'externalId':'a','update':{'source':{'set':'s'}}}]}");

        assertThat(updated.item(0).path("metadata").isObject()).isTrue();
        assertThat(read("a").has("metadata")).isFalse();
        assertThat(client.post("/files/update", "{'items':[{'externalId':'a','update':{'name':{'set':'s'}}}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void answersWrongReferencesAsDocumented() {
        assertThat(client.post("/files/byids", "{'items':[{'id':1},{'id':2}]}").error())
                .isEqualTo("400 File ids not found: 1, 2");
        assertThat(client.post("/files/byids", "{'items':[{'externalId':'a'},{'externalId':'b'}]}")
                        .error())
                .isEqualTo("400 Files ids not found: a, b");
        assertThat(client.post("/files/delete", "{'items':[{'id':1},{'id':1}]}").error())
                .isEqualTo("409 Duplicate ids: 1");
        assertThat(client.post("/files/byids", "{'items':[{'externalId':'a'},{'externalId':'a'}]}")
                        .error())
                .isEqualTo("409 Duplicate external ids: a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                  | abc
            {'filter':{'directoryPrefix':'/docs'}}              | ab
            {'filter':{'directoryPrefix':'/Docs'}}              |
            {'filter':{'mimeType':'text/plain'}}                | a
            {'filter':{'uploaded':false,'externalIdPrefix':'b'}}| b
            {'filter':{'sourceCreatedTime':{'min':5}}}          | b
            {'filter':{'labels':{'containsAny':[{'externalId':'l'}]}}} | c
            """)
    void filters(String body, String expected) {
        client.post("/labels", "{'items':[{'externalId':'l','name':'l'}]}");
        create("{'name':'a','externalId':'a','directory':'/docs/x','mimeType':'text/plain'}");
        create("{'name':'b','externalId':'b','directory':'/docs','sourceCreatedTime':7}");
        create("{'name':'c','externalId':'c','labels':[{'externalId':'l'}]}");

        String found = client.post("/files/list", body).items().stream()
                .map(item -> item.path("externalId").asText())
                .sorted()
                .collect(Collectors.joining());

        assertThat(found).isEqualTo(expected == null ? "" : expected);
        assertThat(client.post("/files/aggregate", body).item(0).path("count").asInt())
                .isEqualTo(found.length());
    }

    @Test
    void deleteTakesContent() {
        JsonNode file = create("{'name':'a','externalId':'a'}");
        put(file.path("uploadUrl").asText(), "hello");
        String download = downloadUrl("a");

        assertThat(client.post("/files/delete", "{'items':[{'externalId':'a'}]}")
                        .status())
                .isEqualTo(200);

        assertThat(fetch(download).status()).isEqualTo(404);
    }

    @Test
    void picturesHaveAnIcon() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1000, 500, BufferedImage.TYPE_INT_ARGB), "png", png);
        JsonNode file = create("{'name':'a.png','externalId':'a'}");
        client.send(HttpRequest.newBuilder(URI.create(file.path("uploadUrl").asText()))
                .PUT(BodyPublishers.ofByteArray(png.toByteArray())));

        Answer icon = client.get("/files/icon?externalId=a");

        assertThat(icon.header("Content-Type")).isEqualTo("image/jpeg");
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(icon.response().body()));
        assertThat(picture.getWidth()).isEqualTo(256);
        assertThat(picture.getHeight()).isEqualTo(128);
    }

    @Test
    void otherFilesHaveNoIcon() {
        JsonNode file = create("{'name':'a.txt','externalId':'a'}");
        assertThat(client.get("/files/icon?externalId=a").status()).isEqualTo(400);
        put(file.path("uploadUrl").asText(), "text");

        assertThat(client.get("/files/icon?id=" + file.path("id").asLong()).status())
                .isEqualTo(400);
        assertThat(client.get("/files/icon?externalId=nobody").error()).startsWith("400 Files ids not found: nobody");
        assertThat(client.get("/files/icon").status()).isEqualTo(400);
    }
}
