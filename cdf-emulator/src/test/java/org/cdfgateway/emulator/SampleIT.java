package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleIT {

    private static CdfEmulator cdf;
    private static TestClient client;

    @BeforeAll
    static void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withVolume(Volume.SMALL));
        client = TestClient.admin(cdf);
    }

    @AfterAll
    static void stop() {
        cdf.close();
    }

    @Test
    void isTheSameForTheSameSeedOnly() throws IOException {
        EmulatorSettings settings = EmulatorSettings.defaults().withVolume(Volume.SMALL);
        try (CdfEmulator same = CdfEmulator.start(settings);
                CdfEmulator other = CdfEmulator.start(settings.withSeed(2))) {
            for (String path : List.of("/assets/list", "/events/list", "/timeseries/list")) {
                String text = client.post(path, "{'limit':1000}").text();

                assertThat(TestClient.admin(same).post(path, "{'limit':1000}").text())
                        .isEqualTo(text);
                assertThat(TestClient.admin(other).post(path, "{'limit':1000}").text())
                        .isNotEqualTo(text);
            }
            String rows = "/raw/dbs/sap/tables/work_orders/rows?limit=500";
            assertThat(TestClient.admin(same).get(rows).text())
                    .isEqualTo(client.get(rows).text());
        }
    }

    @Test
    void keepsAllLimitsOfTheApi() throws IOException {
        try (CdfEmulator copy = CdfEmulator.start(EmulatorSettings.defaults())) {
            TestClient target = TestClient.admin(copy);
            target.post("/labels", "{'items':" + strings("/labels/list", "createdTime") + "}");
            Answer assets = target.post(
                    "/assets",
                    "{'items':"
                            + strings(
                                    "/assets/list",
                                    "id",
                                    "parentId",
                                    "rootId",
                                    "dataSetId",
                                    "createdTime",
                                    "lastUpdatedTime")
                            + "}");

            assertThat(assets.text()).doesNotContain("error");
            assertThat(assets.items()).hasSize(1000);
        }
    }

    private static String strings(String path, String... without) {
        List<JsonNode> items = client.post(path, "{'limit':1000}").items();
        items.forEach(item -> ((ObjectNode) item).remove(List.of(without)));
        return items.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/list", "/events/list", "/timeseries/list"})
    void externalIdsAreUnique(String path) {
        List<String> externalIds = client.listAll(path, "'limit':1000").stream()
                .map(item -> item.path("externalId").asText())
                .toList();

        assertThat(externalIds).doesNotHaveDuplicates();
    }

    @Test
    void referencesExist() {
        Set<Long> assets = new HashSet<>();
        client.listAll("/assets/list", "'limit':1000")
                .forEach(asset -> assets.add(asset.path("id").asLong()));

        assertThat(client.listAll("/events/list", "'limit':1000"))
                .hasSize(5000)
                .allSatisfy(event ->
                        event.path("assetIds").forEach(id -> assertThat(assets).contains(id.asLong())));
        assertThat(client.listAll("/timeseries/list", "'limit':1000"))
                .hasSize(520)
                .allSatisfy(series ->
                        assertThat(assets).contains(series.path("assetId").asLong()));
    }

    @Test
    void externalIdsAreUnique() {
        for (String path : List.of(
                "/assets/list",
                "/events/list",
                "/timeseries/list",
                "/files/list",
                "/sequences/list",
                "/relationships/list")) {
            assertThat(client.listAll(path, "'limit':1000"))
                    .extracting(item -> item.path("externalId").asText())
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
        }
    }

    @Test
    void everyResourceHasSomething() {
        for (String path : List.of(
                "/files/list",
                "/sequences/list",
                "/relationships/list",
                "/datasets/list",
                "/labels/list",
                "/extpipes/list")) {
            assertThat(client.post(path, "{}").items()).as(path).hasSizeGreaterThan(4);
        }
        String pipeline =
                client.post("/extpipes/list", "{}").item(0).path("externalId").asText();
        assertThat(client.post("/extpipes/runs/list", "{'filter':{'externalId':'" + pipeline + "'},'limit':1000}")
                        .items())
                .hasSize(720);
        assertThat(client.post("/extpipes/list", "{}")
                        .item(0)
                        .path("lastSuccess")
                        .asLong())
                .isPositive();
    }

    @Test
    void sequencesHaveRowsAndLinksHaveEnds() {
        for (JsonNode sequence : client.listAll("/sequences/list", "'limit':1000")) {
            assertThat(client.post("/sequences/data/list", "{'id':" + sequence.path("id") + "}")
                            .json()
                            .path("rows"))
                    .hasSize(25);
        }
        assertThat(client.listAll("/relationships/list", "'limit':1000,'fetchResources':true"))
                .allSatisfy(link ->
                        assertThat(link.has("source") && link.has("target")).isTrue());
    }

    @Test
    void hasAboutAMillionPointsOfAYear() {
        long points = 0;
        for (JsonNode series : client.listAll("/timeseries/list", "'limit':1000")) {
            points += series.at("/metadata/scan").asText().equals("1h") ? 8760 : 1460;
        }
        assertThat(points).isBetween(900_000L, 1_500_000L);

        String id = client.post("/timeseries/list", "{'limit':1,'filter':{'metadata':{'scan':'1h'}}}")
                .item(0)
                .path("id")
                .asText();
        JsonNode read = client.post("/timeseries/data/list", "{'items':[{'id':" + id + ",'limit':10000}]}")
                .item(0)
                .path("datapoints");
        assertThat(read).hasSize(8760);
        assertThat(read.findValues("value"))
                .allSatisfy(value -> assertThat(value.asDouble()).isFinite());
    }

    @Test
    void generatedPointsCanBeChanged() {
        String id = client.post("/timeseries/list", "{'limit':1,'filter':{'isString':true}}")
                .item(0)
                .path("id")
                .asText();
        long first = client.post("/timeseries/data/list", "{'items':[{'id':" + id + ",'limit':1}]}")
                .item(0)
                .at("/datapoints/0/timestamp")
                .asLong();

        client.post(
                "/timeseries/data",
                "{'items':[{'id':" + id + ",'datapoints':[{'timestamp':" + first + ",'value':'changed'}]}]}");

        JsonNode points = client.post("/timeseries/data/list", "{'items':[{'id':" + id + ",'limit':5000}]}")
                .item(0)
                .path("datapoints");
        assertThat(points).hasSize(1460);
        assertThat(points.get(0).path("value").asText()).isEqualTo("changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60, 500, 1700})
    void hasExactlyTheNumberOfAssetsAskedFor(int assets) throws IOException {
        try (CdfEmulator some = CdfEmulator.start(EmulatorSettings.defaults().withVolume(Volume.ofAssets(assets)))) {
            assertThat(TestClient.admin(some).listAll("/assets/list", "'limit':1000"))
                    .hasSize(assets);
        }
    }
}
