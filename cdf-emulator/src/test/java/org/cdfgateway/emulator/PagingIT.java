package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of the small sample, read in every way there is. */
class PagingIT {

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

    @ParameterizedTest
    @CsvSource({"/assets/list, 1000", "/events/list, 5000", "/timeseries/list, 520"})
    void cursorChainAndPartitionsGiveEachItemOnce(String path, int count) {
        List<JsonNode> chain = client.listAll(path, "'limit':333");
        List<JsonNode> partitions = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            partitions.addAll(client.listAll(path, "'limit':90,'partition':'" + i + "/7'"));
        }

        assertThat(ids(chain)).hasSize(count);
        assertThat(chain).hasSize(count);
        assertThat(partitions).hasSize(count);
        assertThat(ids(partitions)).isEqualTo(ids(chain));
    }

    private static Set<Long> ids(List<JsonNode> items) {
        Set<Long> ids = new HashSet<>();
        items.forEach(item -> ids.add(item.path("id").asLong()));
        return ids;
    }

    @Test
    void partitionHoldsRangeOfIds() {
        List<JsonNode> third = client.listAll("/assets/list", "'limit':1000,'partition':'3/10'");

        assertThat(third)
                .isNotEmpty()
                .allSatisfy(asset ->
                        assertThat(asset.path("id").asLong()).isBetween((1L << 53) * 2 / 10, (1L << 53) * 3 / 10 - 1));
    }

    @Test
    void assetsComeByIdAndEventsByStartTimeNullsLast() {
        List<JsonNode> assets = client.listAll("/assets/list", "'limit':1000");
        List<JsonNode> events = client.listAll("/events/list", "'limit':1000");

        assertThat(assets).extracting(item -> item.path("id").asLong()).isSorted();
        assertThat(events)
                .extracting(item -> item.path("startTime").asLong(Long.MAX_VALUE))
                .isSorted();
        assertThat(events.get(events.size() - 1).has("startTime")).isFalse();
    }

    @Test
    void timeSeriesReduceTooManyPartitions() {
        assertThat(client.post("/timeseries/list", "{'partition':'11/20'}").text())
                .isEqualTo("{\"items\":[]}");
        List<JsonNode> all = new ArrayList<>();
        IntStream.rangeClosed(1, 20)
                .forEach(i -> all.addAll(client.listAll("/timeseries/list", "'limit':500,'partition':'" + i + "/20'")));
        assertThat(all).hasSize(520);
    }

    @Test
    void cursorIsForItsQueryOnly() {
        String cursor = client.post("/assets/list", "{'limit':10,'filter':{'source':'SAP'}}")
                .json()
                .path("nextCursor")
                .asText();

        assertThat(client.post("/assets/list", "{'limit':500,'filter':{'source':'SAP'},'cursor':'" + cursor + "'}")
                        .status())
                .isEqualTo(200);
        assertThat(client.post("/assets/list", "{'limit':10,'filter':{'source':'PI'},'cursor':'" + cursor + "'}")
                        .error())
                .startsWith("400 The cursor belongs to another query");
        assertThat(client.post("/events/list", "{'cursor':'" + cursor + "'}").status())
                .isEqualTo(400);
    }
}
