package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsIT {

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

    private JsonNode create(String items) {
        Answer answer = client.post("/events", "{'items':[" + items + "]}");
        assertThat(answer.text()).doesNotContain("error");
        return answer.json().path("items");
    }

    @Test
    void acceptsEmptyEvent() {
        JsonNode event = create("{}").get(0);

        assertThat(event.properties())
                .extracting(field -> field.getKey())
                .containsExactlyInAnyOrder("id", "createdTime", "lastUpdatedTime");
    }

    @Test
    void refusesEndBeforeStartAndUnknownAssets() {
        assertThat(client.post("/events", "{'items':[{'startTime':5,'endTime':4}]}")
                        .error())
                .startsWith("400 endTime must not be before startTime");
        Answer unknown = client.post("/events", "{'items':[{'assetIds':[7,8]}]}");
        assertThat(unknown.error()).isEqualTo("400 Asset ids not found");
        assertThat(unknown.json().at("/error/missing/1/id").asLong()).isEqualTo(8);
        assertThat(client.post("/events", "{'items':[{'startTime':-1}]}").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                                                | abcd
            {'filter':{'startTime':{'min':10,'max':20}}}                                      | ab
            {'filter':{'endTime':{'isNull':true}}}                                            | bd
            {'filter':{'endTime':{'isNull':false}}}                                           | ac
            {'filter':{'endTime':{'max':15}}}                                                 | a
            {'filter':{'activeAtTime':{'min':16,'max':25}}}                                   | b
            {'filter':{'activeAtTime':{'min':15,'max':25}}}                                   | ab
            {'filter':{'activeAtTime':{'min':35}}}                                            | bc
            {'filter':{'assetExternalIds':['x','unknown']}}                                   | ac
            {'filter':{'assetSubtreeIds':[{'externalId':'root'}]}}                            | ac
            {'filter':{'type':'alarm','subtype':'high'}}                                      | a
            {'advancedFilter':{'equals':{'property':['metadata','k'],'value':'VALUE'}}}       | b
            {'advancedFilter':{'equals':{'property':['type'],'value':'ALARM'}}}               |
            {'advancedFilter':{'range':{'property':['startTime'],'gt':10}}}                   | bc
            {'sort':[{'property':['startTime'],'order':'desc','nulls':'last'}]}               | cbad
            {'sort':['startTime:desc']}                                                       | dcba
            """)
    void filtersAndSorts(String body, String expected) {
        client.post(
                "/assets",
                "{'items':[{'name':'r','externalId':'root'},{'name':'x','externalId':'x','parentExternalId':'root'}]}");
        long x = client.post("/assets/byids", "{'items':[{'externalId':'x'}]}")
                .item(0)
                .path("id")
                .asLong();
        create("{'externalId':'a','startTime':10,'endTime':15,'type':'alarm','subtype':'high','assetIds':[" + x + "]},"
                + "{'externalId':'b','startTime':20,'metadata':{'k':'Value'}},"
                + "{'externalId':'c','startTime':30,'endTime':40,'type':'alarm','assetIds':[" + x + "]},"
                + "{'externalId':'d'}");

        String found = client.post("/events/list", body).items().stream()
                .map(item -> item.path("externalId").asText())
                .collect(Collectors.joining());

        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void keepsUpdateTimeWhenNothingChanges() {
        long created = create("{'externalId':'a','type':'t'}")
                .get(0)
                .path("lastUpdatedTime")
                .asLong();
        clock.advance(Duration.ofSeconds(5));

        JsonNode same = update("{'type':{'set':'t'}}");
        JsonNode other = update("{'type':{'set':'u'}}");

        assertThat(same.path("lastUpdatedTime").asLong()).isEqualTo(created);
        assertThat(other.path("lastUpdatedTime").asLong()).isEqualTo(created + 5000);
    }

    private JsonNode update(String update) {
        return client.post("/events/update", "{'items':[{'externalId':'a','update':" + update + "}]}")
                .item(0);
    }

    @Test
    void answersWrongReferencesAsDocumented() {
        long id = create("{'externalId':'a'}").get(0).path("id").asLong();

        assertThat(client.post("/events/byids", "{'items':[{'externalId':'x'}]}")
                        .error())
                .isEqualTo("400 Event id not found");
        assertThat(client.post("/events/byids", "{'items':[{'id':5},{'id':5}]}").error())
                .isEqualTo("409 Event id duplicated");
        Answer both = client.post("/events/delete", "{'items':[{'id':" + id + "},{'externalId':'a'}]}");
        assertThat(both.error()).isEqualTo("409 Event id duplicated");
        assertThat(both.json().at("/error/duplicated").toString()).isEqualTo("[{\"id\":" + id + "}]");
    }

    @Test
    void changesAssetIdsPartByPart() {
        JsonNode assets = client.post("/assets", "{'items':[{'name':'a'},{'name':'b'}]}")
                .json()
                .path("items");
        long a = assets.get(0).path("id").asLong();
        long b = assets.get(1).path("id").asLong();
        create("{'externalId':'a','assetIds':[" + a + "]}");

        JsonNode updated = update("{'assetIds':{'add':[" + b + "],'remove':[" + a + "]}}");

        assertThat(updated.path("assetIds").toString()).isEqualTo("[" + b + "]");
    }

    @Test
    void deletedAssetStaysInEvents() {
        long a = client.post("/assets", "{'items':[{'name':'a'}]}")
                .item(0)
                .path("id")
                .asLong();
        create("{'externalId':'a','assetIds':[" + a + "]}");

        client.post("/assets/delete", "{'items':[{'id':" + a + "}]}");

        assertThat(update("{'type':{'set':'t'}}").path("assetIds").path(0).asLong())
                .isEqualTo(a);
    }

    @Test
    void listGoesOnBehindItemThatWasDeletedMeanwhile() {
        create("{'externalId':'a','startTime':1},{'externalId':'b','startTime':2},{'externalId':'c','startTime':3}");
        JsonNode first = client.post("/events/list", "{'limit':2}").json();

        client.post("/events/delete", "{'items':[{'externalId':'b'}]}");
        JsonNode second = client.post(
                        "/events/list",
                        "{'limit':2,'cursor':'" + first.path("nextCursor").asText() + "'}")
                .json();

        assertThat(second.path("items")).hasSize(1);
        assertThat(second.at("/items/0/externalId").asText()).isEqualTo("c");
    }
}
