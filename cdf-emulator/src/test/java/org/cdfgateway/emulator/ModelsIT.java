package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cdfgateway.emulator.TestClient.Answer;
import org.cdfgateway.emulator.access.Capability;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.cdfgateway.emulator.right.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsIT {

    private static final String PUMP = "{'space':'plant','externalId':'Pump','properties':{"
            + "'name':{'type':{'type':'text'}},'pressure':{'type':{'type':'float64','unit':{'externalId':'pressure:bar'}},"
            + "'nullable':false},'parts':{'type':{'type':'text','list':true,'maxListSize':5}},"
            + "'unit':{'type':{'type':'direct'}}}}";

    private final MutableClock clock = new MutableClock();
    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withClock(clock));
        client = TestClient.admin(cdf);
        create("spaces", "{'space':'plant','name':'The plant'}");
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private Answer create(String kind, String... items) {
        Answer answer = client.post("/models/" + kind, "{'items':[" + String.join(",", items) + "]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private String refusal(String kind, String item) {
        return client.post("/models/" + kind, "{'items':[" + item + "]}").error();
    }

    private static String view(String externalId, String version, String more) {
        return "{'space':'plant','externalId':'" + externalId + "','version':'" + version + "'" + more + "}";
    }

    private static String mapped(String property) {
        return "'" + property + "':{'container':{'type':'container','space':'plant','externalId':'Pump'},"
                + "'containerPropertyIdentifier':'" + property + "'}";
    }

    private static String reference(String externalId) {
        return "{'type':'view','space':'plant','externalId':'" + externalId + "','version':'v1'}";
    }

    private List<String> listed(String path) {
        List<String> externalIds = new ArrayList<>();
        client.get("/models/" + path)
                .items()
                .forEach(item -> externalIds.add(item.path("externalId").asText()));
        return externalIds;
    }

    @Test
    void createsSpacesAndKeepsTheTimeOfUnchangedOnes() {
        long created = clock.millis();
        clock.advance(Duration.ofSeconds(5));

        JsonNode unchanged = create("spaces", "{'space':'plant','name':'The plant','description':null}")
                .item(0);
        JsonNode changed =
                create("spaces", "{'space':'plant','name':'Our plant'}").item(0);

        assertThat(unchanged.toString())
                .isEqualTo("{\"name\":\"The plant\",\"space\":\"plant\",\"createdTime\":" + created
                        + ",\"lastUpdatedTime\":" + created + ",\"isGlobal\":false}");
        assertThat(changed.path("createdTime").asLong()).isEqualTo(created);
        assertThat(changed.path("lastUpdatedTime").asLong()).isEqualTo(clock.millis());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400 Missing required fields: space",
                "{'space':'cdf'}|reserved",
                "{'space':'1a'}|must match",
                "{'space':7}|expected string"
            })
    void refusesWrongSpaces(String item, String message) {
        assertThat(refusal("spaces", item)).startsWith("400 ").contains(message);
    }

    @Test
    void namesTheLimitOfALongName() {
        assertThat(refusal("spaces", "{'space':'a','name':'" + "x".repeat(256) + "'}"))
                .isEqualTo("400 Request had 1 constraint violations. Please fix the request and try again."
                        + " [name size must be between 0 and 255]");
    }

    @Test
    void deletesEmptySpacesOnly() {
        create("containers", PUMP);

        assertThat(client.post("/models/spaces/delete", "{'items':[{'space':'plant'}]}")
                        .error())
                .contains("not empty");
        client.post("/models/containers/delete", "{'items':[{'space':'plant','externalId':'Pump'}]}");
        assertThat(client.post("/models/spaces/delete", "{'items':[{'space':'plant'},{'space':'no'}]}")
                        .text())
                .isEqualTo("{\"items\":[{\"space\":\"plant\"}]}");
        assertThat(client.get("/models/spaces").items()).isEmpty();
    }

    @Test
    void fillsInTheDefaultsOfContainers() {
        JsonNode container = create("containers", PUMP).item(0);

        assertThat(container.path("usedFor").asText()).isEqualTo("node");
        assertThat(container.path("constraints").toString()).isEqualTo("{}");
        assertThat(container.at("/properties/name").toString())
                .isEqualTo("{\"type\":{\"type\":\"text\",\"list\":false,\"collation\":\"ucs_basic\"},\"nullable\":true,"
                        + "\"autoIncrement\":false,\"immutable\":false,\"constraintState\":{}}");
        assertThat(container.at("/properties/pressure/constraintState").toString())
                .isEqualTo("{\"nullability\":\"current\"}");
        assertThat(container.at("/properties/parts/constraintState").toString())
                .isEqualTo("{\"maxListSize\":\"current\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "boolean",
                "int32",
                "int64",
                "float32",
                "float64",
                "timestamp",
                "date",
                "json",
                "direct",
                "timeseries",
                "file",
                "sequence"
            })
    void knowsAllTypes(String type) {
        JsonNode container = create(
                        "containers",
                        "{'space':'plant','externalId':'T','properties':{'p':{'type':{'type':'" + type
                                + "','list':true}}}}")
                .item(0);

        assertThat(container.at("/properties/p/type/type").asText()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':{'type':'number'}}|Expected one of",
                "{'type':{'type':'text','maxListSize':3}}|for lists only",
                "{'type':{'type':'text'},'autoIncrement':true}|int32 and int64",
                "{'type':{'type':'float64','unit':{'externalId':'no:unit'}}}|unknown unit",
                "{'type':{'type':'int32'},'defaultValue':'a'}|expected an integer of 32 bits",
                "{'type':{'type':'enum','values':{}}}|size must be between 1 and 32",
                "{'type':{'type':'enum','values':{'a':{}},'unknownValue':'b'}}|must be one of the values",
                "{'type':{'type':'direct','container':{'type':'container','space':'plant','externalId':'No'}}}"
                        + "|containers do not exist"
            })
    void refusesWrongProperties(String property, String message) {
        assertThat(refusal("containers", "{'space':'plant','externalId':'T','properties':{'p':" + property + "}}"))
                .startsWith("400 ")
                .contains(message);
    }

    @Test
    void refusesReservedNamesAndUnknownSpaces() {
        String properties = "'properties':{'p':{'type':{'type':'text'}}}}";

        assertThat(refusal("containers", "{'space':'plant','externalId':'Query'," + properties))
                .contains("reserved");
        assertThat(refusal("containers", "{'space':'no','externalId':'T'," + properties))
                .contains("One or more spaces do not exist");
        assertThat(refusal(
                        "containers",
                        "{'space':'plant','externalId':'T','properties':{'space':{'type':" + "{'type':'text'}}}}"))
                .contains("reserved");
    }

    @Test
    void keepsTypesButAddsProperties() {
        create("containers", PUMP);

        assertThat(refusal(
                        "containers", PUMP.replace("'name':{'type':{'type':'text'", "'name':{'type':{'type':'int32'")))
                .contains("Cannot change the type of property name", "from text to int32");
        assertThat(create("containers", PUMP.replace("'name':", "'more':{'type':{'type':'date'}},'name':"))
                        .item(0)
                        .path("properties")
                        .size())
                .isEqualTo(5);
    }

    @Test
    void keepsConstraintsAndIndexesUntilTheyAreDeletedByName() {
        create(
                "containers",
                PUMP.replace(
                        "'properties':{'name'",
                        "'indexes':{'byName':{'properties':['name'],'cursorable':true}},'constraints':{'one':"
                                + "{'constraintType':'uniqueness','properties':['name']}},'properties':{'name'"));

        JsonNode container = create("containers", PUMP).item(0);
        assertThat(container.path("indexes").toString())
                .isEqualTo("{\"byName\":{\"indexType\":\"btree\",\"properties\":[\"name\"],\"cursorable\":true,"
                        + "\"bySpace\":false,\"state\":\"current\"}}");
        assertThat(container.at("/constraints/one/state").asText()).isEqualTo("current");

        String part = "{'space':'plant','containerExternalId':'Pump','identifier':'";
        assertThat(client.post("/models/containers/indexes/delete", "{'items':[" + part + "byName'}," + part + "x'}]}")
                        .items())
                .hasSize(1);
        client.post("/models/containers/constraints/delete", "{'items':[" + part + "one'}]}");
        JsonNode after = client.post("/models/containers/byids", "{'items':[{'space':'plant','externalId':'Pump'}]}")
                .item(0);
        assertThat(after.path("indexes").size() + after.path("constraints").size())
                .isZero();
    }

    @Test
    void viewsMapContainersAndInherit() {
        create("containers", PUMP);
        create(
                "views",
                view("Named", "v1", ",'properties':{" + mapped("name") + "}"),
                view(
                        "Pump",
                        "v1",
                        ",'implements':[{'type':'view','space':'plant','externalId':'Named'}],'properties':{"
                                + mapped("pressure") + ","
                                + mapped("unit").replace("'unit'}", "'unit','source':" + reference("Named") + "}")
                                + ",'next':{'type':{'space':'plant','externalId':'flowsTo'},'source':"
                                + reference("Pump")
                                + "},'attached':{'connectionType':'multi_reverse_direct_relation','source':"
                                + reference("Pump") + ",'through':{'source':" + reference("Pump")
                                + ",'identifier':'unit'}}}"));

        JsonNode pump = client.post("/models/views/byids", "{'items':[{'space':'plant','externalId':'Pump'}]}")
                .item(0);

        assertThat(pump.path("properties").fieldNames())
                .toIterable()
                .containsExactly("pressure", "unit", "next", "attached", "name");
        assertThat(pump.at("/implements/0/version").asText()).isEqualTo("v1");
        assertThat(pump.at("/properties/unit/type/source/externalId").asText()).isEqualTo("Named");
        assertThat(pump.at("/properties/next/connectionType").asText()).isEqualTo("multi_edge_connection");
        assertThat(pump.at("/properties/next/direction").asText()).isEqualTo("outwards");
        assertThat(pump.at("/properties/attached/targetsList").asBoolean(true)).isFalse();
        assertThat(pump.at("/properties/name/container/externalId").asText()).isEqualTo("Pump");
        assertThat(pump.at("/properties/name/nullable").asBoolean()).isTrue();
        assertThat(pump.path("mappedContainers").toString())
                .isEqualTo("[{\"type\":\"container\",\"space\":\"plant\",\"externalId\":\"Pump\"}]");
        assertThat(pump.path("writable").asBoolean()).isTrue();
        assertThat(pump.path("queryable").asBoolean()).isTrue();
        assertThat(pump.path("usedFor").asText()).isEqualTo("node");
        JsonNode own = client.post(
                        "/models/views/byids?includeInheritedProperties=false",
                        "{'items':[{'space':'plant','externalId':'Pump','version':'v1'}]}")
                .item(0);
        assertThat(own.path("properties").has("name")).isFalse();
    }

    @Test
    void aViewThatLeavesOutWhatIsNeededCannotBeWritten() {
        create("containers", PUMP);

        JsonNode view = create("views", view("Named", "v1", ",'properties':{" + mapped("name") + "}"))
                .item(0);

        assertThat(view.path("writable").asBoolean()).isFalse();
        assertThat(view.path("queryable").asBoolean()).isTrue();
    }

    @Test
    void refusesViewsOfWhatDoesNotExist() {
        create("containers", PUMP);

        assertThat(refusal("views", view("V", "v1", ",'properties':{" + mapped("no") + "}")))
                .contains("Unknown property 'no'");
        assertThat(refusal(
                        "views",
                        view("V", "v1", ",'properties':{" + mapped("name").replace("'Pump'", "'No'") + "}")))
                .contains("One or more containers do not exist");
        assertThat(refusal("views", view("V", "v1", ",'implements':[" + reference("No") + "]")))
                .contains("One or more views do not exist");
        assertThat(refusal("views", view("V", "v1", ",'implements':[" + reference("V") + "]")))
                .contains("cannot implement itself");
        assertThat(refusal("views", view("V", "v 1", ""))).contains("version must match");
    }

    @Test
    void listsTheNewestVersionUnlessAskedForAll() {
        create("containers", PUMP);
        for (String version : List.of("v9", "v10", "v1")) {
            create("views", view("Pump", version, ",'properties':{" + mapped("name") + "}"));
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(client.get("/models/views").items())
                .extracting(item -> item.path("version").asText())
                .containsExactly("v1");
        assertThat(listed("views?allVersions=true")).hasSize(3);
        assertThat(client.post("/models/views/byids", "{'items':[{'space':'plant','externalId':'Pump'}]}")
                        .items())
                .hasSize(3);
        assertThat(client.post(
                                "/models/views/delete",
                                "{'items':[{'space':'plant','externalId':'Pump','version':'v1'}]}")
                        .items())
                .hasSize(1);
        assertThat(client.get("/models/views").item(0).path("version").asText()).isEqualTo("v10");
    }

    @Test
    void dataModelsBringTheirViewsAlong() {
        create("containers", PUMP);
        String inline = view("Pump", "v1", ",'properties':{" + mapped("name") + "}");

        JsonNode model = create(
                        "datamodels",
                        "{'space':'plant','externalId':'Plant','version':'1','views':[" + inline
                                + ",{'type':'view','space':'cdf_cdm','externalId':'CogniteAsset','version':'v1'}]}")
                .item(0);

        assertThat(model.path("views").get(0).toString()).isEqualTo(TestClient.quoted(reference("Pump")));
        JsonNode inlined = client.get("/models/datamodels?inlineViews=true").item(0);
        assertThat(inlined.at("/views/0/properties/name/type/type").asText()).isEqualTo("text");
        assertThat(inlined.at("/views/1/properties/aliases/container/externalId")
                        .asText())
                .isEqualTo("CogniteDescribable");
        assertThat(refusal(
                        "datamodels",
                        "{'space':'plant','externalId':'P','version':'1','views':[" + reference("No") + "]}"))
                .contains("views do not exist");
    }

    @Test
    void showsGlobalDefinitionsWhenAskedTo() {
        assertThat(listed("views?limit=1000")).isEmpty();
        assertThat(listed("views?limit=1000&includeGlobal=true"))
                .contains("CogniteDescribable", "CogniteSourceable", "CogniteAsset");
        assertThat(client.get("/models/spaces?includeGlobal=true")
                        .item(0)
                        .path("isGlobal")
                        .asBoolean())
                .isTrue();
        JsonNode asset = client.post(
                        "/models/views/byids",
                        "{'items':[{'space':'cdf_cdm','externalId':'CogniteAsset','version':'v1'}]}")
                .item(0);
        assertThat(asset.at("/properties/children/targetsList").asBoolean(true)).isFalse();
        assertThat(asset.at("/properties/timeSeries/targetsList").asBoolean()).isTrue();
        assertThat(asset.at("/properties/name/container/externalId").asText()).isEqualTo("CogniteDescribable");
        assertThat(asset.path("mappedContainers")).hasSize(3);
        assertThat(refusal("spaces", "{'space':'cdf_cdm'}")).contains("belongs to the system");
        assertThat(client.post("/models/spaces/delete", "{'items':[{'space':'cdf_cdm'}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void pagesThroughLists() {
        create(
                "spaces",
                IntStream.range(0, 25).mapToObj(i -> "{'space':'s" + i + "'}").toArray(String[]::new));
        List<String> spaces = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = client.get("/models/spaces?x=1" + cursor).json();
            page.path("items").forEach(space -> spaces.add(space.path("space").asText()));
            cursor = page.has("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
            pages++;
        } while (!cursor.isEmpty());

        assertThat(spaces).hasSize(26).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(3);
        assertThat(client.get("/models/spaces?limit=1001").status()).isEqualTo(400);
        assertThat(listed("containers?space=plant&usedFor=edge")).isEmpty();
    }

    @Test
    void saysWhichViewsUseAContainer() {
        create("containers", PUMP);
        create("views", view("Named", "v1", ",'properties':{" + mapped("name") + "}"));

        assertThat(client.post(
                                "/models/containers/inspect",
                                "{'inspectionOperations':{'involvedViews':{},'totalInvolvedViewCount':{}},'items':"
                                        + "[{'space':'plant','externalId':'Pump'}]}")
                        .item(0)
                        .path("inspectionResults")
                        .toString())
                .isEqualTo(TestClient.quoted("{'involvedViews':[" + reference("Named") + "],'involvedViewCount':1}"));
    }

    @Test
    void refusesTooManyItemsAndRepetitions() {
        String many =
                IntStream.range(0, 101).mapToObj(i -> "{'space':'s" + i + "'}").collect(Collectors.joining(","));

        assertThat(client.post("/models/spaces", "{'items':[" + many + "]}").error())
                .contains("items size must be between 1 and 100");
        assertThat(client.post("/models/spaces", "{'items':[{'space':'a'},{'space':'a'}]}")
                        .error())
                .contains("Duplicate items");
        assertThat(client.post("/models/spaces", "{'items':[]}").status()).isEqualTo(400);
        assertThat(client.get("/models/spaces").items()).hasSize(1);
    }

    @Test
    void staysWithinTheSpacesOfTheCaller() {
        create("containers", PUMP);
        create("spaces", "{'space':'other'}");
        EmulatedClient scoped = new EmulatedClient(
                "scoped",
                "secret",
                List.of(Capability.of("dataModelsAcl", "READ", "WRITE").within(Scope.spaces("other"))));
        cdf.access().put(scoped);
        TestClient client = TestClient.of(cdf, scoped);

        assertThat(client.get("/models/spaces").items())
                .extracting(space -> space.path("space").asText())
                .containsExactly("other");
        assertThat(client.get("/models/spaces?includeGlobal=true").items()).hasSize(2);
        assertThat(client.post("/models/containers/byids", "{'items':[{'space':'plant','externalId':'Pump'}]}")
                        .items())
                .isEmpty();
        assertThat(client.post("/models/containers", "{'items':[" + PUMP + "]}").status())
                .isEqualTo(403);
        assertThat(client.post("/models/containers", "{'items':[" + PUMP.replace("plant", "other") + "]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesPathsWithASlashAtTheEnd() {
        assertThat(client.get("/models/spaces/?limit=10").items()).hasSize(1);
        assertThat(client.get("/models/nothing/").status()).isEqualTo(404);
    }
}
