package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time series and files that are nodes of the core data model. */
class NodeItemsIT {

    private static final String NAMED = "{'instanceId':{'space':'plant','externalId':'s1'}}";
    private static final String BY_INSTANCE = "{'items':[" + NAMED + "]}";

    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults());
        client = TestClient.admin(cdf);
        client.post("/models/spaces", "{'items':[{'space':'plant'}]}");
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private Answer put(String view, String properties) {
        Answer answer = client.post(
                "/models/instances",
                "{'items':[{'instanceType':'node','space':'plant','externalId':'s1','sources':[{'source':"
                        + "{'type':'view','space':'cdf_cdm','externalId':'" + view + "','version':'v1'},"
                        + "'properties':{" + properties + "}}]}]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    @Test
    void aNodeOfTheCoreModelHasATimeSeries() {
        put("CogniteTimeSeries", "'name':'flow','isStep':true,'type':'numeric','sourceUnit':'m3/h'");

        JsonNode series = client.post("/timeseries/byids", BY_INSTANCE).item(0);

        assertThat(series.path("name").asText()).isEqualTo("flow");
        assertThat(series.path("isStep").asBoolean()).isTrue();
        assertThat(series.path("unit").asText()).isEqualTo("m3/h");
        assertThat(series.at("/instanceId/space").asText()).isEqualTo("plant");
        assertThat(series.at("/instanceId/externalId").asText()).isEqualTo("s1");
        assertThat(series.has("externalId")).isFalse();
    }

    @Test
    void theTimeSeriesFollowsItsNode() {
        put("CogniteTimeSeries", "'name':'flow','isStep':false,'type':'string'");
        long id =
                client.post("/timeseries/byids", BY_INSTANCE).item(0).path("id").asLong();
        put("CogniteTimeSeries", "'name':'state'");

        JsonNode changed = client.post("/timeseries/byids", "{'items':[{'id':" + id + "}]}")
                .item(0);
        assertThat(changed.path("name").asText()).isEqualTo("state");
        assertThat(changed.path("isString").asBoolean()).isTrue();

        client.post(
                "/models/instances/delete", "{'items':[{'instanceType':'node','space':'plant','externalId':'s1'}]}");
        Answer gone = client.post("/timeseries/byids", BY_INSTANCE);
        assertThat(gone.error()).startsWith("400 Time series not found");
        assertThat(gone.json().at("/error/missing/0")).hasToString(TestClient.quoted(NAMED));
    }

    @Test
    void itsPointsAreReachedByInstanceId() {
        put("CogniteTimeSeries", "'isStep':false,'type':'numeric'");
        String points = NAMED.substring(0, NAMED.length() - 1)
                + ",'datapoints':[{'timestamp':1,'value':1.5},{'timestamp':2,'value':2.5}]}";

        assertThat(client.post("/timeseries/data", "{'items':[" + points + "]}").status())
                .isEqualTo(200);
        JsonNode read = client.post("/timeseries/data/list", BY_INSTANCE).item(0);
        assertThat(read.path("datapoints")).hasSize(2);
        assertThat(read.at("/instanceId/externalId").asText()).isEqualTo("s1");
        assertThat(client.post("/timeseries/data/latest", BY_INSTANCE)
                        .item(0)
                        .at("/datapoints/0/value")
                        .asDouble())
                .isEqualTo(2.5);
    }

    @Test
    void onlySomeFieldsAreUpdatedByInstanceId() {
        put("CogniteTimeSeries", "'isStep':false,'type':'numeric'");
        String update = NAMED.substring(0, NAMED.length() - 1) + ",'update':{%s}}";

        assertThat(client.post(
                                "/timeseries/update",
                                "{'items':[" + update.formatted("'metadata':{'set':{'a':'b'}}") + "]}")
                        .item(0)
                        .at("/metadata/a")
                        .asText())
                .isEqualTo("b");
        assertThat(client.post("/timeseries/update", "{'items':[" + update.formatted("'name':{'set':'x'}") + "]}")
                        .error())
                .contains("items[0].update.name cannot be updated by instanceId");
    }

    @Test
    void itIsNotDeletedAsATimeSeries() {
        put("CogniteTimeSeries", "'isStep':false,'type':'numeric'");
        long id =
                client.post("/timeseries/byids", BY_INSTANCE).item(0).path("id").asLong();

        assertThat(client.post("/timeseries/delete", "{'items':[{'id':" + id + "}]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/timeseries/delete", BY_INSTANCE).status()).isEqualTo(400);
    }

    @Test
    void filtersAndSortsKnowTheNode() {
        put("CogniteTimeSeries", "'isStep':false,'type':'numeric'");
        client.post("/timeseries", "{'items':[{'externalId':'other'}]}");

        assertThat(client.post(
                                "/timeseries/list",
                                "{'advancedFilter':{'equals':{'property':['instanceId','space'],'value':'plant'}},"
                                        + "'sort':[{'property':['instanceId','externalId']}]}")
                        .items())
                .hasSize(1);
    }

    @Test
    void aNodeOfTheCoreModelHasAFile() {
        put("CogniteFile", "'name':'manual.pdf','mimeType':'application/pdf','directory':'/docs'");

        JsonNode file = client.post("/files/byids", BY_INSTANCE).item(0);

        assertThat(file.path("name").asText()).isEqualTo("manual.pdf");
        assertThat(file.path("directory").asText()).isEqualTo("/docs");
        assertThat(client.post("/files/uploadlink", BY_INSTANCE)
                        .item(0)
                        .path("uploadUrl")
                        .asText())
                .startsWith("http");
    }
}
