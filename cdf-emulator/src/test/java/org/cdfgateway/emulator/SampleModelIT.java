package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleModelIT {

    private static final String EQUIPMENT =
            "{'type':'view','space':'industry','externalId':'Equipment','version':'v1'}";

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
    void hasOneModelWithItsViews() {
        JsonNode model = client.get("/models/datamodels?inlineViews=true").item(0);

        assertThat(model.path("externalId").asText()).isEqualTo("Industry");
        assertThat(model.path("views"))
                .hasSize(3)
                .allSatisfy(
                        view -> assertThat(view.path("queryable").asBoolean()).isTrue());
    }

    @Test
    void hasEquipmentInProportionToTheAssets() {
        List<JsonNode> equipment =
                client.listAll("/models/instances/list", "'sources':[{'source':" + EQUIPMENT + "}],'limit':100");

        assertThat(equipment).hasSize(300).allSatisfy(node -> {
            JsonNode properties = node.at("/properties/industry/Equipment~1v1");
            assertThat(properties.path("tag").asText()).isNotEmpty();
            assertThat(properties.at("/site/space").asText()).isEqualTo("industry");
        });
        assertThat(client.get("/models/statistics")
                        .json()
                        .at("/instances/edges")
                        .asInt())
                .isEqualTo(294);
    }

    @Test
    void leadsFromASiteAlongPipes() {
        JsonNode items = client.post(
                        "/models/instances/query",
                        "{'with':{'sites':{'nodes':{'filter':{'equals':{'property':['node','externalId'],'value':'NOR'}}}},"
                                + "'equipment':{'nodes':{'from':'sites','through':{'source':" + EQUIPMENT
                                + ",'identifier':'site'}}},'pipes':{'edges':{'from':'equipment','maxDistance':1}},"
                                + "'fed':{'nodes':{'from':'pipes'}}},'select':{'equipment':{},'pipes':{},'fed':{}}}")
                .json()
                .path("items");

        assertThat(items.path("equipment")).hasSize(50);
        assertThat(items.path("pipes")).hasSize(49);
        assertThat(items.path("fed")).hasSize(49);
    }
}
