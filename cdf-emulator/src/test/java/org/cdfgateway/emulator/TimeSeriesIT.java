package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeSeriesIT {

    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults());
        client = TestClient.admin(cdf);
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private JsonNode create(String items) {
        Answer answer = client.post("/timeseries", "{'items':[" + items + "]}");
        assertThat(answer.text()).doesNotContain("error");
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().path("items");
    }

    @Test
    void writesFieldsThatAreAlwaysThere() {
        JsonNode series = create("{'legacyName':'ignored'},{'isString':true}");

        assertThat(series.get(0).path("type").asText()).isEqualTo("numeric");
        assertThat(series.get(1).path("type").asText()).isEqualTo("string");
        assertThat(series.get(0).has("legacyName")).isFalse();
        for (String field : new String[] {"isString", "isStep", "metadata", "securityCategories", "accessCategories"}) {
            assertThat(series.get(0).has(field)).as(field).isTrue();
        }
    }

    @Test
    void typeIsFixed() {
        create("{'externalId':'a'}");

        assertThat(client.post(
                                "/timeseries/update",
                                "{'items':[{'externalId':'a','update':{'isString':{'set':true}}}]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/timeseries", "{'items':[{'isString':true,'unitExternalId':'pressure:bar'}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void answersWrongReferencesAsDocumented() {
        long id = create("{'externalId':'a'}").get(0).path("id").asLong();

        Answer unknown = client.post("/timeseries/byids", "{'items':[{'externalId':'x'}]}");
        Answer doubled = client.post("/timeseries/byids", "{'items':[{'externalId':'x'},{'externalId':'x'}]}");
        Answer both = client.post("/timeseries/delete", "{'items':[{'id':" + id + "},{'externalId':'a'}]}");

        assertThat(unknown.error()).isEqualTo("400 Time series not found");
        assertThat(doubled.error()).isEqualTo("422 Duplicate time series references");
        assertThat(doubled.json().at("/error/duplicated").toString()).isEqualTo("[{\"externalId\":\"x\"}]");
        assertThat(both.error()).isEqualTo("409 Conflicting time series references");
        assertThat(both.json().at("/error/duplicated").toString())
                .isEqualTo("[{\"id\":" + id + ",\"externalId\":\"a\"}]");
    }

    @Test
    void tellsTakenFromDoubledExternalIds() {
        create("{'externalId':'a'}");

        assertThat(client.post("/timeseries", "{'items':[{'externalId':'a'}]}").status())
                .isEqualTo(409);
        assertThat(client.post("/timeseries", "{'items':[{'externalId':'b'},{'externalId':'b'}]}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void namesUnknownAssetsAndDataSets() {
        assertThat(client.post("/timeseries", "{'items':[{'assetId':5}]}").error())
                .isEqualTo("400 Asset ids not found");
        Answer dataSet = client.post("/timeseries", "{'items':[{'dataSetId':5}]}");
        assertThat(dataSet.error()).isEqualTo("400 Data set ids not found");
        assertThat(dataSet.json().at("/error/missing/0/id").asLong()).isEqualTo(5);
    }

    @Test
    void swapsExternalIdsInOneUpdate() {
        create("{'externalId':'a','name':'first'},{'externalId':'b','name':'second'}");

        Answer swapped = client.post(
                "/timeseries/update",
                "{'items':[{'externalId':'a','update':{'externalId':{'set':'b'}}},"
                        + "{'externalId':'b','update':{'externalId':{'set':'a'}}}]}");

        assertThat(swapped.status()).isEqualTo(200);
        assertThat(client.post("/timeseries/byids", "{'items':[{'externalId':'a'}]}")
                        .item(0)
                        .path("name")
                        .asText())
                .isEqualTo("second");
    }

    @Test
    void filtersByFlagsAndUnits() {
        create("{'externalId':'a','unit':'bar'},{'externalId':'b','isString':true},{'externalId':'c','isStep':true}");

        assertThat(count("{'filter':{'isString':true}}")).isEqualTo(1);
        assertThat(count("{'filter':{'isStep':false,'unit':'bar'}}")).isEqualTo(1);
        assertThat(count("{'advancedFilter':{'equals':{'property':['isString'],'value':false}}}"))
                .isEqualTo(2);
    }

    private int count(String body) {
        return client.post("/timeseries/list", body).items().size();
    }

    @Test
    void dataSetsAreCreatedTenAtATimeAndNeverDeleted() {
        Answer created = client.post("/datasets", "{'items':[{'externalId':'d','name':'n'}]}");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.item(0).path("writeProtected").isBoolean()).isTrue();
        assertThat(client.post("/datasets", "{'items':[" + "{},".repeat(10) + "{}]}")
                        .error())
                .contains("items size must be between 1 and 10");
        assertThat(client.post("/datasets", "{'items':[{'externalId':'d'}]}").status())
                .isEqualTo(409);
        assertThat(client.post("/datasets/delete", "{'items':[{'externalId':'d'}]}")
                        .status())
                .isEqualTo(404);
        assertThat(client.post("/datasets/list", "{'filter':{'writeProtected':false}}")
                        .items())
                .hasSize(1);
        assertThat(client.post("/datasets/aggregate", "{}")
                        .item(0)
                        .path("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void labelsHaveNoNumericId() {
        JsonNode label = client.post("/labels", "{'items':[{'externalId':'l','name':'n'}]}")
                .item(0);

        assertThat(label.properties())
                .extracting(field -> field.getKey())
                .containsExactlyInAnyOrder("externalId", "name", "createdTime");
        assertThat(client.post("/labels/delete", "{'items':[{'externalId':'l'}]}")
                        .status())
                .isEqualTo(200);
        assertThat(client.post("/labels/list", "{}").items()).isEmpty();
    }

    @Test
    void rootAssetAndQuantityOfUnitAreFilteredAndGroupedButNotShown() {
        client.post(
                "/assets",
                "{'items':[{'name':'r','externalId':'r'},{'name':'c','externalId':'c','parentExternalId':'r'}]}");
        String root = client.post("/assets/byids", "{'items':[{'externalId':'r'}]}")
                .item(0)
                .path("id")
                .asText();
        String child = client.post("/assets/byids", "{'items':[{'externalId':'c'}]}")
                .item(0)
                .path("id")
                .asText();
        client.post(
                "/timeseries",
                "{'items':[{'externalId':'u1','assetId':" + child + ",'unitExternalId':'pressure:bar'},"
                        + "{'externalId':'u2'}]}");

        for (String filter : List.of(
                "'filter':{'rootAssetIds':[" + root + "]}",
                "'filter':{'unitQuantity':'Pressure'}",
                "'advancedFilter':{'equals':{'property':['assetRootId'],'value':" + root + "}}")) {
            List<JsonNode> found =
                    client.post("/timeseries/list", "{" + filter + "}").items();
            assertThat(found).as(filter).hasSize(1);
            assertThat(found.get(0).has("assetRootId") || found.get(0).has("unitQuantity"))
                    .isFalse();
        }
        assertThat(client.post(
                                "/timeseries/aggregate",
                                "{'aggregate':'uniqueValues','properties':[{'property':['assetRootId']}]}")
                        .item(0)
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.post("/timeseries", "{'items':[{'unitExternalId':'pressure:elephants'}]}")
                        .status())
                .isEqualTo(400);
    }
}
