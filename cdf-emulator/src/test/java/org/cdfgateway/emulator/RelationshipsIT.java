package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Collectors;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationshipsIT {

    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults());
        client = TestClient.admin(cdf);
        client.post("/assets", "{'items':[{'name':'a','externalId':'a'}]}");
        create("{'externalId':'1','sourceType':'asset','sourceExternalId':'a',"
                + "'targetType':'timeseries','targetExternalId':'t','confidence':0.9,'startTime':10,'endTime':20}");
        create("{'externalId':'2','sourceType':'EVENT','sourceExternalId':'e',"
                + "'targetType':'asset','targetExternalId':'a','startTime':30}");
        create("{'externalId':'3','sourceType':'file','sourceExternalId':'a',"
                + "'targetType':'sequence','targetExternalId':'t','confidence':0.1}");
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private void create(String relationship) {
        Answer answer = client.post("/relationships", "{'items':[" + relationship + "]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void hasNoIdAndWritesTypesInItsOwnSpelling() {
        JsonNode relationship = client.post("/relationships/byids", "{'items':[{'externalId':'1'}]}")
                .item(0);

        assertThat(relationship.has("id")).isFalse();
        assertThat(relationship.path("targetType").asText()).isEqualTo("timeSeries");
        assertThat(relationship.path("lastUpdatedTime").asLong()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                            | 123
            {'sourceExternalIds':['a']}                                   | 13
            {'sourceExternalIds':['a'],'sourceTypes':['Asset']}           | 1
            {'targetTypes':['timeSeries','sequence']}                     | 13
            {'sourcesOrTargets':[{'type':'asset','externalId':'a'}]}      | 12
            {'confidence':{'min':0.5}}                                    | 1
            {'activeAtTime':{'min':15,'max':16}}                          | 13
            {'activeAtTime':{'min':40}}                                   | 23
            {'startTime':{'min':5}}                                       | 12
            """)
    void filters(String filter, String expected) {
        String found = client.post("/relationships/list", "{'filter':" + filter + "}").items().stream()
                .map(item -> item.path("externalId").asText())
                .sorted()
                .collect(Collectors.joining());

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void fetchesTheEndsThatExist() {
        JsonNode fetched = client.post("/relationships/byids", "{'items':[{'externalId':'1'}],'fetchResources':true}")
                .item(0);

        assertThat(fetched.at("/source/name").asText()).isEqualTo("a");
        assertThat(fetched.has("target")).isFalse();
    }

    @Test
    void answersWrongReferencesAsDocumented() {
        Answer twice = client.post("/relationships/byids", "{'items':[{'externalId':'1'},{'externalId':'1'}]}");
        assertThat(twice.error()).startsWith("400 Request had 1 item(s)").contains("[1]");
        assertThat(twice.json().path("error").has("duplicated")).isFalse();
        Answer unknown = client.post("/relationships/delete", "{'items':[{'externalId':'x'}]}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().at("/error/missing/0/externalId").asText()).isEqualTo("x");
        assertThat(client.post("/relationships/delete", "{'items':[{'externalId':'x'}],'ignoreUnknownIds':true}")
                        .status())
                .isEqualTo(202);
        assertThat(client.post("/relationships/byids", "{'items':[{'id':1}]}").status())
                .isEqualTo(400);
        assertThat(client.post(
                                "/relationships",
                                "{'items':[{'externalId':'1','sourceType':'asset','sourceExternalId':'a',"
                                        + "'targetType':'asset','targetExternalId':'b'}]}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void updatesEndsAndClearsConfidence() {
        Answer updated = client.post(
                "/relationships/update",
                "{'items':[{'externalId':'1','update':{'confidence':{'setNull':true},"
                        + "'targetType':{'set':'file'},'targetExternalId':{'set':'f'}}}]}");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.item(0).has("confidence")).isFalse();
        assertThat(updated.item(0).path("targetType").asText()).isEqualTo("file");
    }
}
