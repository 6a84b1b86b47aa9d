package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.emulator.PlantModel.ALL;
import static org.cdfgateway.emulator.PlantModel.FLOW;
import static org.cdfgateway.emulator.PlantModel.NAMED;
import static org.cdfgateway.emulator.PlantModel.PUMP;
import static org.cdfgateway.emulator.PlantModel.edge;
import static org.cdfgateway.emulator.PlantModel.id;
import static org.cdfgateway.emulator.PlantModel.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cdfgateway.emulator.access.Capability;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.cdfgateway.emulator.right.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstancesIT {

    private final MutableClock clock = new MutableClock();
    private CdfEmulator cdf;
    private TestClient client;
    private PlantModel plant;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withClock(clock));
        client = TestClient.admin(cdf);
        plant = PlantModel.create(client);
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    @Test
    void createsChangesAndLeavesNodes() {
        long created = clock.millis();
        assertThat(plant.apply(node("p1", PUMP, "'name':'one','pressure':2.5")).text())
                .isEqualTo("{\"items\":[{\"instanceType\":\"node\",\"space\":\"plant\",\"externalId\":\"p1\","
                        + "\"version\":1,\"wasModified\":true,\"createdTime\":" + created + ",\"lastUpdatedTime\":"
                        + created + "}],\"deleted\":[]}");
        clock.advance(Duration.ofSeconds(1));

        JsonNode same = plant.apply(node("p1", PUMP, "'pressure':2.5")).item(0);
        JsonNode changed = plant.apply(node("p1", PUMP, "'pressure':3")).item(0);

        assertThat(same.path("wasModified").asBoolean(true)).isFalse();
        assertThat(same.path("version").asInt()).isEqualTo(1);
        assertThat(same.path("lastUpdatedTime").asLong()).isEqualTo(created);
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        assertThat(changed.path("createdTime").asLong()).isEqualTo(created);
        assertThat(changed.path("lastUpdatedTime").asLong()).isEqualTo(clock.millis());
        assertThat(plant.byId("p1", PUMP).path("properties").toString())
                .isEqualTo("{\"plant\":{\"Pump/v1\":{\"pressure\":3.0,\"stages\":1,\"number\":1,\"name\":\"one\"}}}");
    }

    @Test
    void patchesUnlessAskedToReplace() {
        plant.apply(node("p1", PUMP, "'name':'one','pressure':2.5,'stages':4"));

        plant.apply(node("p1", PUMP, "'name':null"));
        assertThat(plant.byId("p1", PUMP).at("/properties/plant/Pump~1v1").has("name"))
                .isFalse();
        assertThat(plant.byId("p1", PUMP)
                        .at("/properties/plant/Pump~1v1/stages")
                        .asInt())
                .isEqualTo(4);
        plant.apply(node("p1", PUMP, "'pressure':1"), ",'replace':true");
        assertThat(plant.byId("p1", PUMP)
                        .at("/properties/plant/Pump~1v1/stages")
                        .asInt())
                .isEqualTo(1);
        assertThat(plant.refusal(node("p1", PUMP, "'stages':1"), ",'replace':true"))
                .isEqualTo("400 Invalid value for non-nullable property 'pressure'. Value cannot be null.");
    }

    @Test
    void keepsValuesOfAllTypes() {
        String values = "'text':'a','boolean':true,'int32':-2147483648,'int64':9223372036854775807,'float32':0.5,"
                + "'float64':0.1,'timestamp':'2024-12-31T01:02:03.4+01:00','date':'2024-02-29',"
                + "'json':{'b':[1,{'c':null}]},'direct':" + id("x") + ",'timeseries':'ts','file':'f','sequence':'s',"
                + "'level':'high'";
        String lists = "'texts':['b','a'],'booleans':[true,false],'int32s':[2,1],'int64s':[-9223372036854775808],"
                + "'float32s':[1.5],'float64s':[1e300],'timestamps':['0001-01-01T00:00:00Z'],'dates':['9999-12-31'],"
                + "'jsons':[{}],'directs':[" + id("x") + "," + id("y") + "],'timeseriess':['t'],'files':[],"
                + "'sequences':['s']";

        plant.apply(node("a", ALL, values + "," + lists));

        JsonNode read = plant.byId("a", ALL).at("/properties/plant/All~1v1");
        assertThat(read.path("int64").toString()).isEqualTo("9223372036854775807");
        assertThat(read.path("timestamp").asText()).isEqualTo("2024-12-31T00:02:03.400+00:00");
        assertThat(read.path("date").asText()).isEqualTo("2024-02-29");
        assertThat(read.path("json").toString()).isEqualTo("{\"b\":[1,{\"c\":null}]}");
        assertThat(read.path("direct").toString()).isEqualTo(TestClient.quoted(id("x")));
        assertThat(read.path("texts").toString()).isEqualTo("[\"b\",\"a\"]");
        assertThat(read.path("timestamps").toString()).isEqualTo("[\"0001-01-01T00:00:00+00:00\"]");
        assertThat(read.path("directs")).hasSize(2);
        assertThat(read.size()).isEqualTo(27);
        assertThat(plant.list("")).containsExactly("a", "x", "y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'int32':2147483648|expected an integer of 32 bits",
                "'int32':1.5|expected an integer of 32 bits",
                "'int64':9223372036854775808|expected an integer of 64 bits",
                "'float32':1e39|expected a number of 32 bits",
                "'text':5|expected a text",
                "'boolean':'true'|expected true or false",
                "'timestamp':'2024-13-01T00:00:00Z'|expected a timestamp",
                "'timestamp':1700000000000|expected a timestamp",
                "'date':'2023-02-29'|expected a date",
                "'json':[1]|expected a JSON object",
                "'level':'middle'|expected one of [high, low, other]",
                "'level':'other'|expected one of",
                "'texts':'a'|expected a list",
                "'texts':[null]|expected a text",
                "'direct':'x'|expected a reference to a node",
                "'unknown':1|Unknown property 'unknown'"
            })
    void refusesWrongValues(String property, String message) {
        assertThat(plant.refusal(node("a", ALL, property), ""))
                .startsWith("400 ")
                .contains(message);
    }

    @Test
    void refusesTooLongTextsAndLists() {
        assertThat(plant.refusal(node("a", NAMED, "'name':'" + "ö".repeat(11) + "'"), ""))
                .contains("at most 20 bytes");
        String many = IntStream.range(0, 101).mapToObj(i -> id("n" + i)).collect(Collectors.joining(","));
        assertThat(plant.refusal(node("a", ALL, "'directs':[" + many + "]"), ""))
                .contains("at most 100 values");
        assertThat(plant.refusal(node("a", ALL, "'json':{'" + "k".repeat(129) + "':1}"), ""))
                .contains("128 characters");
        assertThat(plant.refusal(node("x".repeat(257), ALL, "'text':'a'"), "")).contains("externalId size");
    }

    @Test
    void nothingOfARefusedRequestStays() {
        assertThat(plant.refusal(node("good", NAMED, "'name':'a'") + "," + node("bad", NAMED, "'no':'a'"), ""))
                .startsWith("400 ");

        assertThat(plant.list("")).isEmpty();
    }

    @Test
    void insistsOnWhatMustBeThere() {
        assertThat(plant.refusal(node("p", PUMP, "'name':'a'"), ""))
                .isEqualTo("400 Invalid value for non-nullable property 'pressure'. Value cannot be null.");
        assertThat(plant.refusal(node("p", PUMP, "'pressure':null"), "")).contains("non-nullable property 'pressure'");
        assertThat(plant.refusal(node("p", FLOW, "'rate':1"), "")).contains("cannot be used for nodes");
        assertThat(plant.refusal(node("p", NAMED.replace("Named", "No"), "'name':'a'"), ""))
                .contains("One or more views do not exist");
        assertThat(plant.refusal(
                        node("p", NAMED, "'name':'a'")
                                .replace("'space':'plant','externalId':'p'", "'space':'no','externalId':'p'"),
                        ""))
                .contains("One or more spaces do not exist");
    }

    @Test
    void refusesToChangeWhatIsImmutableOrUnique() {
        plant.apply(node("p1", PUMP, "'pressure':1,'serialNumber':'A'"));

        assertThat(plant.refusal(node("p1", PUMP, "'serialNumber':'B'"), ""))
                .startsWith("400 Cannot update immutable property");
        plant.apply(node("p1", PUMP, "'serialNumber':'A'"));
        assertThat(plant.refusal(node("p2", PUMP, "'pressure':1,'serialNumber':'A'"), ""))
                .contains("Uniqueness constraint oneSerialNumber");
        plant.apply(
                node("p2", PUMP, "'pressure':1,'serialNumber':'A'"),
                ",'delete':[{'instanceType':'node','space':'plant','externalId':'p1'}]");
        assertThat(plant.list("")).containsExactly("p2");
    }

    @Test
    void countsUp() {
        plant.apply(node("p1", PUMP, "'pressure':1") + "," + node("p2", PUMP, "'pressure':1,'number':7"));
        plant.apply(node("p3", PUMP, "'pressure':1"));

        assertThat(plant.byId("p3", PUMP)
                        .at("/properties/plant/Pump~1v1/number")
                        .asInt())
                .isEqualTo(8);
    }

    @Test
    void checksVersions() {
        plant.apply(node("p1", NAMED, "'name':'a'"));
        plant.apply(node("p1", NAMED, "'name':'b'"));
        String old = node("p1", NAMED, "'name':'c'").replace("'sources'", "'existingVersion':1,'sources'");

        assertThat(plant.refusal(old, "")).isEqualTo("409 A version conflict caused the ingest to fail.");
        JsonNode skipped = plant.apply(old, ",'skipOnVersionConflict':true").item(0);
        assertThat(skipped.path("wasModified").asBoolean(true)).isFalse();
        assertThat(plant.byId("p1", NAMED)
                        .at("/properties/plant/Named~1v1/name")
                        .asText())
                .isEqualTo("b");
        assertThat(plant.apply(old.replace("'existingVersion':1", "'existingVersion':2"))
                        .item(0)
                        .path("version")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void createsMissingNodesOnlyWhenAllowed() {
        String relation = node("p1", PUMP, "'pressure':1,'unit':" + id("u1"));

        assertThat(plant.refusal(relation, ",'autoCreateDirectRelations':false"))
                .isEqualTo(
                        "400 Node with external id 'u1' was referenced as the target of a direct relation, but it does"
                                + " not exist.");
        plant.apply(relation);
        assertThat(plant.refusal(edge("e1", "p1", "p9"), "")).contains("'p9' was referenced as the end node");
        plant.apply(edge("e1", "p1", "p9"), ",'autoCreateEndNodes':true");
        plant.apply(edge("e2", "p8", "p9"), ",'autoCreateStartNodes':true");

        assertThat(plant.list("")).containsExactly("p1", "u1", "flowsTo", "p9", "p8");
        assertThat(plant.list("'instanceType':'edge'")).containsExactly("e1", "e2");
    }

    @Test
    void deletesNodesWithTheirEdges() {
        plant.apply(node("a", NAMED, "'name':'a'") + "," + node("b", NAMED, "'name':'b'") + ","
                + node("c", NAMED, "'name':'c'") + "," + edge("ab", "a", "b") + "," + edge("bc", "b", "c") + ","
                + edge("ca", "c", "a"));

        assertThat(client.post(
                                "/models/instances/delete",
                                "{'items':[{'instanceType':'node','space':'plant','externalId':'b'},"
                                        + "{'instanceType':'node','space':'plant','externalId':'no'}]}")
                        .text())
                .isEqualTo("{\"items\":[{\"instanceType\":\"node\",\"space\":\"plant\",\"externalId\":\"b\"}]}");
        assertThat(plant.list("'instanceType':'edge'")).containsExactly("ca");
        assertThat(client.post(
                                "/models/instances/delete",
                                "{'items':[{'instanceType':'node','space':'no','externalId':'b'}]}")
                        .error())
                .contains("spaces do not exist");
    }

    @Test
    void countsInstancesAndLimits() {
        plant.apply(node("a", NAMED, "'name':'a'") + "," + node("b", NAMED, "'name':'b'") + "," + edge("ab", "a", "b"));
        client.post(
                "/models/instances/delete", "{'items':[{'instanceType':'edge','space':'plant','externalId':'ab'}]}");

        JsonNode statistics = client.get("/models/statistics").json();

        assertThat(statistics.at("/instances/nodes").asInt()).isEqualTo(3);
        assertThat(statistics.at("/instances/edges").asInt()).isZero();
        assertThat(statistics.at("/instances/softDeletedEdges").asInt()).isEqualTo(1);
        assertThat(statistics.at("/views/count").asInt()).isEqualTo(4);
        assertThat(statistics.at("/spaces").toString()).isEqualTo("{\"count\":1,\"limit\":100}");
        assertThat(statistics.path("concurrentReadLimit").asInt()).isEqualTo(8);
        assertThat(client.get("/models/statistics/spaces").item(0).toString())
                .isEqualTo("{\"space\":\"plant\",\"containers\":4,\"views\":4,\"dataModels\":0,\"nodes\":3,\"edges\":0,"
                        + "\"softDeletedNodes\":0,\"softDeletedEdges\":1}");
        assertThat(client.post("/models/spaces/delete", "{'items':[{'space':'plant'}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void staysWithinTheSpacesOfTheCaller() {
        client.post("/models/spaces", "{'items':[{'space':'other'}]}");
        plant.apply(node("a", NAMED, "'name':'a'") + ","
                + node("b", NAMED, "'name':'b'")
                        .replace("'space':'plant','externalId':'b'", "'space':'other','externalId':'b'"));
        EmulatedClient scoped = new EmulatedClient(
                "scoped",
                "secret",
                List.of(
                        Capability.of("dataModelsAcl", "READ"),
                        Capability.of("dataModelInstancesAcl", "READ", "WRITE").within(Scope.spaces("other"))));
        cdf.access().put(scoped);
        TestClient limited = TestClient.of(cdf, scoped);

        assertThat(limited.post("/models/instances/list", "{}").items())
                .extracting(item -> item.path("externalId").asText())
                .containsExactly("b");
        assertThat(limited.post("/models/instances", "{'items':[" + node("a", NAMED, "'name':'x'") + "]}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesTooManyItems() {
        String many = IntStream.range(0, 1001)
                .mapToObj(i -> "{'instanceType':'node'," + id("n" + i).substring(1))
                .collect(Collectors.joining(","));

        assertThat(plant.refusal(many, "")).contains("items size must be between 0 and 1000");
    }
}
