package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetsIT {

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

    private List<JsonNode> create(String items) {
        Answer answer = client.post("/assets", "{'items':[" + items + "]}");
        assertThat(answer.text()).doesNotContain("error");
        assertThat(answer.status()).isEqualTo(201);
        return answer.items();
    }

    private List<String> names(String listBody) {
        Answer answer = client.post("/assets/list", listBody);
        assertThat(answer.text()).doesNotContain("error");
        return answer.items().stream().map(item -> item.path("name").asText()).toList();
    }

    @Test
    void createsTreeInAnyOrder() {
        List<JsonNode> created = create("{'name':'pump','externalId':'p','parentExternalId':'area'},"
                + "{'name':'area','externalId':'area','parentExternalId':'plant'},"
                + "{'name':'plant','externalId':'plant'}");

        JsonNode plant = created.get(2);
        assertThat(created.get(0).path("parentId").asLong())
                .isEqualTo(created.get(1).path("id").asLong());
        assertThat(created.get(0).path("parentExternalId").asText()).isEqualTo("area");
        assertThat(created).allSatisfy(asset -> {
            assertThat(asset.path("rootId").asLong()).isEqualTo(plant.path("id").asLong());
            assertThat(asset.path("createdTime").asLong())
                    .isEqualTo(plant.path("createdTime").asLong());
        });
        assertThat(plant.path("metadata").isObject()).isTrue();
        assertThat(plant.has("parentId")).isFalse();
        assertThat(plant.has("labels")).isFalse();
    }

    @Test
    void nullOnCreateCountsAsAbsent() {
        JsonNode created = create("{'name':'a','externalId':null,'metadata':null,'parentId':null}")
                .get(0);

        assertThat(created.has("externalId")).isFalse();
        assertThat(created.path("metadata")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'description':'no name'}                        | 400 Missing required fields: items[0].name
            {'name':''}                                      | 400 Request had 1 constraint violations. Please fix the request and try again. [items[0].name size must be between 1 and 140]
            {'name':'a','colour':'red'}                      | 400 Request had 1 constraint violations. Please fix the request and try again. [items[0].colour is not a known property]
            {'name':'a','id':5}                              | 400 Request had 1 constraint violations. Please fix the request and try again. [items[0].id is not a known property]
            {'name':5}                                       | 400 Invalid value at items[0].name: expected string, got NUMBER
            {'name':'a','metadata':{'k':1}}                  | 400 Invalid value at items[0].metadata.k: expected string, got NUMBER
            {'name':'a','parentId':0}                        | 400 Request had 1 constraint violations. Please fix the request and try again. [items[0].parentId must be greater than or equal to 1]
            {'name':'a','parentId':77}                       | 400 The given parent ids do not exist: 77
            {'name':'a','parentExternalId':'x'}              | 400 Reference to unknown parent with externalId x
            {'name':'a','dataSetId':77}                      | 400 Invalid dataSetIds: 77
            {'name':'a','labels':[{'externalId':'x'}]}       | 400 Label ids not found
            """)
    void refusesWrongAssets(String item, String error) {
        Answer answer = client.post("/assets", "{'items':[{'name':'good'}," + item + "]}");

        assertThat(answer.error()).isEqualTo(error.replace("items[0]", "items[1]"));
        assertThat(names("{}")).isEmpty();
    }

    @Test
    void refusesTooManyItemsAndNone() {
        String items = IntStream.range(0, 1001).mapToObj(i -> "{'name':'a'}").collect(Collectors.joining(","));

        assertThat(client.post("/assets", "{'items':[" + items + "]}").error())
                .contains("400", "items size must be between 1 and 1000");
        assertThat(client.post("/assets", "{'items':[]}").status()).isEqualTo(400);
        assertThat(client.post("/assets", "{}").error()).isEqualTo("400 Missing required fields: items");
        assertThat(client.post("/assets", "{oops").error()).startsWith("400 Invalid JSON");
    }

    @Test
    void limitsMetadataInBytes() {
        String longKey = "ø".repeat(65);

        assertThat(client.post("/assets", "{'items':[{'name':'a','metadata':{'" + longKey + "':'v'}}]}")
                        .error())
                .contains("metadata keys must have at most 128 bytes");
        assertThat(create("{'name':'a','metadata':{'" + "ø".repeat(64) + "':'v'}}"))
                .hasSize(1);
    }

    @Test
    void refusesTakenExternalIds() {
        create("{'name':'a','externalId':'a'}");

        Answer taken =
                client.post("/assets", "{'items':[{'name':'b','externalId':'b'},{'name':'a','externalId':'a'}]}");
        Answer twice =
                client.post("/assets", "{'items':[{'name':'c','externalId':'c'},{'name':'d','externalId':'c'}]}");

        assertThat(taken.error()).isEqualTo("409 Asset id duplicated");
        assertThat(taken.json().at("/error/duplicated/0/externalId").asText()).isEqualTo("a");
        assertThat(twice.error()).isEqualTo("409 Asset id duplicated");
        assertThat(twice.json().at("/error/duplicated")).hasSize(1);
        assertThat(names("{}")).containsExactly("a");
    }

    @Test
    void findsByIdsInRequestOrder() {
        List<JsonNode> created = create("{'name':'a','externalId':'a'},{'name':'b'}");
        String b = "{'id':" + created.get(1).path("id").asLong() + "}";

        Answer answer = client.post("/assets/byids", "{'items':[" + b + ",{'externalId':'a'}]}");

        assertThat(answer.items())
                .extracting(item -> item.path("name").asText())
                .containsExactly("b", "a");
        assertThat(client.get("/assets/" + created.get(1).path("id").asLong())
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("b");
    }

    @Test
    void namesMissingReferencesOnce() {
        create("{'name':'a','externalId':'a'}");

        Answer ids = client.post("/assets/byids", "{'items':[{'id':1},{'id':1},{'externalId':'a'}]}");
        Answer externalIds = client.post("/assets/byids", "{'items':[{'externalId':'x'},{'externalId':'x'}]}");

        assertThat(ids.error()).isEqualTo("400 Asset id not found");
        assertThat(ids.json().at("/error/missing")).hasSize(1);
        assertThat(externalIds.error()).isEqualTo("400 External id not found");
        assertThat(externalIds.json().at("/error/missing/0/externalId").asText())
                .isEqualTo("x");
    }

    @Test
    void ignoresUnknownIdsOnRequestButNotDoubledOnes() {
        long id = create("{'name':'a','externalId':'a'}").get(0).path("id").asLong();

        assertThat(client.post("/assets/byids", "{'items':[{'id':1},{'externalId':'x'}],'ignoreUnknownIds':true}")
                        .text())
                .isEqualTo("{\"items\":[]}");
        Answer doubled = client.post(
                "/assets/byids", "{'items':[{'id':" + id + "},{'externalId':'a'}],'ignoreUnknownIds':true}");
        assertThat(doubled.error()).isEqualTo("409 Asset id duplicated");
        assertThat(doubled.json().at("/error/duplicated/0/id").asLong()).isEqualTo(id);
    }

    @Test
    void refusesReferencesWithNoneOrBothKeys() {
        assertThat(client.post("/assets/byids", "{'items':[{}]}").status()).isEqualTo(400);
        assertThat(client.post("/assets/byids", "{'items':[{'id':1,'externalId':'a'}]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/assets/byids", "{'items':[{'id':0}]}").status())
                .isEqualTo(400);
    }

    @Test
    void updatesFieldsInAllForms() {
        create("{'name':'a','externalId':'a','source':'s','metadata':{'k':'1','l':'2'}}");

        JsonNode updated = client.post(
                        "/assets/update",
                        "{'items':[{'externalId':'a','update':{'name':{'set':'b'},'source':{'setNull':true},"
                                + "'metadata':{'add':{'m':'3','k':'9'},'remove':['l','unknown']}}}]}")
                .item(0);

        assertThat(updated.path("name").asText()).isEqualTo("b");
        assertThat(updated.has("source")).isFalse();
        assertThat(updated.path("metadata").toString()).isEqualTo("{\"k\":\"9\",\"m\":\"3\"}");
        assertThat(client.post("/assets/update", "{'items':[{'externalId':'a','update':{'name':{'setNull':true}}}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void childrenShowTheirParentsCurrentExternalId() {
        create("{'name':'a','externalId':'a'},{'name':'b','externalId':'b','parentExternalId':'a'}");

        client.post("/assets/update", "{'items':[{'externalId':'a','update':{'externalId':{'set':'new'}}}]}");

        JsonNode child =
                client.post("/assets/byids", "{'items':[{'externalId':'b'}]}").item(0);
        assertThat(child.path("parentExternalId").asText()).isEqualTo("new");
        assertThat(client.post("/assets/byids", "{'items':[{'externalId':'a'}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void movesAssetsWithinTheirTreeOnly() {
        create("{'name':'r','externalId':'r'},{'name':'a','externalId':'a','parentExternalId':'r'},"
                + "{'name':'b','externalId':'b','parentExternalId':'a'},{'name':'other','externalId':'o'}");

        assertThat(move("b", "r").status()).isEqualTo(200);
        assertThat(move("b", "o").error()).isEqualTo("400 Asset must stay within same asset hierarchy root");
        assertThat(move("o", "r").error()).startsWith("400 Changing from/to being root");
        assertThat(move("b", "a").status()).isEqualTo(200);
        assertThat(move("a", "b").error()).startsWith("400 An asset cannot be moved below itself");
    }

    private Answer move(String asset, String parent) {
        return client.post(
                "/assets/update",
                "{'items':[{'externalId':'" + asset + "','update':{'parentExternalId':{'set':'" + parent + "'}}}]}");
    }

    @Test
    void deletesWithChildrenOnlyWhenRecursive() {
        create("{'name':'r','externalId':'r'},{'name':'a','externalId':'a','parentExternalId':'r'},"
                + "{'name':'b','externalId':'b','parentExternalId':'a'}");

        assertThat(client.post("/assets/delete", "{'items':[{'externalId':'r'}]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/assets/delete", "{'items':[{'externalId':'b'},{'externalId':'a'}]}")
                        .text())
                .isEqualTo("{}");
        create("{'name':'a','externalId':'a','parentExternalId':'r'}");
        assertThat(client.post("/assets/delete", "{'items':[{'externalId':'r'}],'recursive':true}")
                        .status())
                .isEqualTo(200);
        assertThat(names("{}")).isEmpty();
    }

    @Test
    void answersDoubledUnknownIdOnDeleteAsDuplicate() {
        Answer answer = client.post("/assets/delete", "{'items':[{'id':5},{'id':5}]}");

        assertThat(answer.error()).isEqualTo("409 Asset id duplicated");
    }

    @Test
    void anUpdateEitherSetsOrAdds() {
        client.post("/assets", "{'items':[{'name':'a','externalId':'both'}]}");

        assertThat(client.post(
                                "/assets/update",
                                "{'items':[{'externalId':'both','update':{'metadata':{'set':{},'add':{'a':'b'}}}}]}")
                        .error())
                .contains("items[0].update.metadata cannot be updated this way");
    }
}
