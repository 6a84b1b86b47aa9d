package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.emulator.PlantModel.ALL;
import static org.cdfgateway.emulator.PlantModel.NAMED;
import static org.cdfgateway.emulator.PlantModel.PUMP;
import static org.cdfgateway.emulator.PlantModel.edge;
import static org.cdfgateway.emulator.PlantModel.id;
import static org.cdfgateway.emulator.PlantModel.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphIT {

    private static final String PRESSURE = "['plant','Pump/v1','pressure']";

    private final MutableClock clock = new MutableClock();
    private CdfEmulator cdf;
    private TestClient client;
    private PlantModel plant;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withClock(clock));
        client = TestClient.admin(cdf);
        plant = PlantModel.create(client);
        plant.apply(node("u1", NAMED, "'name':'Unit one'") + ","
                + node(
                        "p1",
                        PUMP,
                        "'name':'Feed pump','pressure':1.5,'stages':1,'unit':" + id("u1")
                                + ",'tags':['red','hot'],'start':'2024-01-01T00:00:00Z','end':'2024-01-10T00:00:00Z'")
                + ","
                + node(
                        "p2",
                        PUMP,
                        "'name':'Spare pump','pressure':2.5,'stages':2,'unit':" + id("u1") + ",'tags':['red']")
                + "," + node("p3", PUMP, "'name':'Boiler','pressure':3.5,'stages':2") + ","
                + node("a", ALL, "'int64':5,'texts':['x']") + "," + edge("12", "p1", "p2") + ","
                + edge("23", "p2", "p3") + "," + edge("31", "p3", "p1"));
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private Answer post(String path, String body) {
        Answer answer = client.post("/models/instances/" + path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static List<String> externalIds(JsonNode items) {
        List<String> externalIds = new ArrayList<>();
        items.forEach(item -> externalIds.add(item.path("externalId").asText()));
        return externalIds;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'equals':{'property':['node','externalId'],'value':'p1'}}|p1",
                "{'equals':{'property':['plant','Pump','pressure'],'value':2.5}}|p2",
                "{'equals':{'property':['plant','Pump/v1','unit'],'value':{'space':'plant','externalId':'u1'}}}|p1 p2",
                "{'equals':{'property':['plant','Pump/v1','stages'],'value':{'property':['node','version']}}}|p1",
                "{'in':{'property':['node','externalId'],'values':['p3','p1','no']}}|p1 p3",
                "{'in':{'property':['plant','Pump/v1','stages'],'values':[2,4000000000]}}|p2 p3",
                "{'range':{'property':['plant','Pump/v1','pressure'],'gt':1.5,'lte':3.5}}|p2 p3",
                "{'range':{'property':['plant','Pump/v1','start'],'gte':'2024-01-01T01:00:00+01:00'}}|p1",
                "{'range':{'property':['node','createdTime'],'gte':1}}|u1 p1 p2 p3 a flowsTo",
                "{'prefix':{'property':['plant','Named/v1','name'],'value':'Unit'}}|u1",
                "{'prefix':{'property':['plant','Named/v1','name'],'value':'unit'}}|''",
                "{'exists':{'property':['plant','Pump/v1','unit']}}|p1 p2",
                "{'containsAny':{'property':['plant','Named/v1','tags'],'values':['hot','cold']}}|p1",
                "{'containsAll':{'property':['plant','Named/v1','tags'],'values':['hot','red']}}|p1",
                "{'hasData':[{'type':'view','space':'plant','externalId':'Pump','version':'v1'}]}|p1 p2 p3",
                "{'hasData':[{'type':'container','space':'plant','externalId':'Named'}]}|u1 p1 p2 p3",
                "{'instanceReferences':[{'space':'plant','externalId':'a'}]}|a",
                "{'not':{'hasData':[{'type':'container','space':'plant','externalId':'Named'}]}}|a flowsTo",
                "{'nested':{'scope':['plant','Pump/v1','unit'],'filter':{'prefix':{'property':"
                        + "['plant','Named/v1','name'],'value':'Unit'}}}}|p1 p2",
                "{'overlaps':{'startProperty':['plant','Pump/v1','start'],'endProperty':['plant','Pump/v1','end'],"
                        + "'gte':'2024-01-05T00:00:00Z','lt':'2024-02-01T00:00:00Z'}}|p1",
                "{'and':[{'matchAll':{}},{'or':[{'equals':{'property':['node','externalId'],'value':'a'}},"
                        + "{'equals':{'property':['node','externalId'],'value':'u1'}}]}]}|u1 a"
            })
    void filters(String filter, String expected) {
        assertThat(String.join(" ", plant.list("'filter':" + filter))).isEqualTo(expected.replace("''", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'like':{}}|Unknown filter 'like'",
                "{}|exactly one key",
                "{'equals':{'property':['plant','Pump/v1','no'],'value':1}}|Unknown property",
                "{'equals':{'property':['node','no'],'value':1}}|Unknown property",
                "{'equals':{'property':['plant','No/v1','no'],'value':1}}|One or more views do not exist",
                "{'equals':{'property':['plant','Pump/v1','pressure'],'value':'high'}}|expected a number",
                "{'equals':{'property':['plant','Pump/v1','pressure'],'value':null}}|use exists",
                "{'range':{'property':['plant','Pump/v1','pressure'],'gt':1,'gte':1}}|one of gt and gte",
                "{'range':{'property':['plant','Pump/v1','pressure']}}|at least one",
                "{'prefix':{'property':['plant','Pump/v1','pressure'],'value':'1'}}|no single text",
                "{'in':{'property':['plant','Named/v1','tags'],'values':['a']}}|use containsAny",
                "{'containsAny':{'property':['node','externalId'],'values':['a']}}|is no list",
                "{'equals':{'property':['node','externalId'],'value':{'parameter':'p'}}}|Unknown parameter 'p'",
                "{'and':[]}|at least one filter"
            })
    void refusesWrongFilters(String filter, String message) {
        assertThat(client.post("/models/instances/list", "{'filter':" + filter + "}")
                        .error())
                .startsWith("400 ")
                .contains(message);
    }

    @Test
    void listsInstancesThatHaveDataInAllSources() {
        JsonNode page = post(
                        "list",
                        "{'sources':[{'source':" + PUMP + "},{'source':" + NAMED + "}],'includeTyping':true,'limit':1}")
                .json();

        assertThat(page.at("/items/0/properties").toString())
                .isEqualTo(
                        "{\"plant\":{\"Pump/v1\":{\"pressure\":1.5,\"stages\":1,\"number\":1,\"unit\":{\"space\":\"plant\","
                                + "\"externalId\":\"u1\"},\"start\":\"2024-01-01T00:00:00+00:00\",\"end\":\"2024-01-10T00:00:00+00:00\","
                                + "\"name\":\"Feed pump\",\"tags\":[\"red\",\"hot\"]},\"Named/v1\":{\"name\":\"Feed pump\","
                                + "\"tags\":[\"red\",\"hot\"]}}}");
        assertThat(page.at("/typing/plant/Pump~1v1/stages/type/type").asText()).isEqualTo("int32");
        assertThat(page.has("nextCursor")).isTrue();
        assertThat(plant.list("'sources':[{'source':" + PUMP + "}]")).containsExactly("p1", "p2", "p3");
    }

    @Test
    void sortsAndPages() {
        String byName = "'sort':[{'property':['plant','Named/v1','name'],'direction':'descending','nullsFirst':true}]";

        assertThat(plant.list(byName + ",'limit':1")).containsExactly("a", "flowsTo", "u1", "p2", "p1", "p3");
        assertThat(plant.list("'sort':[{'property':" + PRESSURE + "}],'limit':2"))
                .containsExactly("p1", "p2", "p3", "u1", "a", "flowsTo");
        assertThat(plant.list("'limit':4")).containsExactly("u1", "p1", "p2", "p3", "a", "flowsTo");
        assertThat(client.post("/models/instances/list", "{'limit':1001}").status())
                .isEqualTo(400);
        String cursor = post("list", "{'limit':1}").json().path("nextCursor").asText();
        assertThat(client.post("/models/instances/list", "{'limit':1,'instanceType':'edge','cursor':'" + cursor + "'}")
                        .error())
                .contains("another query");
    }

    @Test
    void convertsUnits() {
        String units = "'targetUnits':[{'property':'pressure','unit':{'";

        assertThat(post(
                                "list",
                                "{'limit':1,'sources':[{'source':" + PUMP + "," + units
                                        + "externalId':'pressure:kilopa'}}]}]}")
                        .item(0)
                        .at("/properties/plant/Pump~1v1/pressure")
                        .asDouble())
                .isEqualTo(150);
        assertThat(post("list", "{'limit':1,'sources':[{'source':" + PUMP + "," + units + "unitSystemName':'SI'}}]}]}")
                        .item(0)
                        .at("/properties/plant/Pump~1v1/pressure")
                        .asDouble())
                .isEqualTo(150_000);
        assertThat(client.post(
                                "/models/instances/list",
                                "{'sources':[{'source':" + PUMP + "," + units + "externalId':'length:m'}}]}]}")
                        .error())
                .contains("Cannot convert");
    }

    @Test
    void queriesAlongEdgesAndRelations() {
        JsonNode answer = post(
                        "query",
                        "{'with':{"
                                + "'units':{'nodes':{'filter':{'equals':{'property':['node','externalId'],'value':{'parameter':'u'}}}}},"
                                + "'pumps':{'nodes':{'from':'units','through':{'source':" + PUMP
                                + ",'identifier':'unit'}}},"
                                + "'flows':{'edges':{'from':'pumps','maxDistance':1}},"
                                + "'next':{'nodes':{'from':'flows'}},"
                                + "'back':{'edges':{'from':'units','direction':'inwards'}},"
                                + "'above':{'nodes':{'from':'pumps','direction':'outwards','through':{'view':" + PUMP
                                + ",'identifier':'unit'}}}},"
                                + "'select':{'pumps':{'sources':[{'source':" + PUMP + ",'properties':['pressure']}],"
                                + "'sort':[{'property':" + PRESSURE + ",'direction':'descending'}]},"
                                + "'flows':{},'next':{},'above':{},'back':{}},'parameters':{'u':'u1'},'includeTyping':true}")
                .json();

        assertThat(externalIds(answer.at("/items/pumps"))).containsExactly("p2", "p1");
        assertThat(answer.at("/items/pumps/0/properties").toString())
                .isEqualTo("{\"plant\":{\"Pump/v1\":{\"pressure\":2.5}}}");
        assertThat(externalIds(answer.at("/items/flows"))).containsExactly("12", "23");
        assertThat(answer.at("/items/flows/0/startNode").toString()).isEqualTo(TestClient.quoted(id("p1")));
        assertThat(externalIds(answer.at("/items/next"))).containsExactly("p2", "p3");
        assertThat(externalIds(answer.at("/items/above"))).containsExactly("u1");
        assertThat(answer.at("/items/back")).isEmpty();
        assertThat(answer.path("nextCursor").toString()).isEqualTo("{}");
        assertThat(answer.at("/typing/pumps/plant/Pump~1v1/pressure/type/type").asText())
                .isEqualTo("float64");
    }

    @Test
    void walksEdgesAsFarAsAllowed() {
        String start = "'start':{'nodes':{'filter':{'equals':{'property':['node','externalId'],'value':'p1'}}}}";
        JsonNode answer = post(
                        "query",
                        "{'with':{" + start
                                + ",'all':{'edges':{'from':'start'}},'two':{'edges':{'from':'start','maxDistance':2}},"
                                + "'in':{'edges':{'from':'start','direction':'inwards','maxDistance':1}},"
                                + "'inNodes':{'nodes':{'from':'in'}},'inSource':{'nodes':{'from':'in','chainTo':'source'}},"
                                + "'until':{'edges':{'from':'start','terminationFilter':{'equals':{'property':"
                                + "['node','externalId'],'value':'p2'}}}},"
                                + "'some':{'edges':{'from':'start','nodeFilter':{'range':{'property':" + PRESSURE
                                + ",'lt':3}}}},'both':{'union':['two','in']},'common':{'intersection':['all','in']},"
                                + "'rest':{'unionAll':['all'],'except':['two'],'limit':5}},"
                                + "'select':{'all':{},'two':{},'inNodes':{},'inSource':{},'until':{},'some':{},'both':{},"
                                + "'common':{},'rest':{}}}")
                .json()
                .path("items");

        assertThat(externalIds(answer.path("all"))).containsExactly("12", "23", "31");
        assertThat(externalIds(answer.path("two"))).containsExactly("12", "23");
        assertThat(externalIds(answer.path("inNodes"))).containsExactly("p3");
        assertThat(externalIds(answer.path("inSource"))).containsExactly("p1");
        assertThat(externalIds(answer.path("until"))).containsExactly("12");
        assertThat(externalIds(answer.path("some"))).containsExactly("12");
        assertThat(externalIds(answer.path("both"))).containsExactly("12", "23", "31");
        assertThat(externalIds(answer.path("common"))).containsExactly("31");
        assertThat(externalIds(answer.path("rest"))).containsExactly("31");
    }

    @Test
    void pagesThroughAnExpression() {
        plant.apply(IntStream.range(0, 250)
                .mapToObj(i -> node("n" + i, NAMED, "'name':'n" + i + "'"))
                .collect(Collectors.joining(",")));
        List<String> found = new ArrayList<>();
        String cursors = "";
        int pages = 0;
        do {
            JsonNode page = post(
                            "query",
                            "{'with':{'n':{'nodes':{'filter':{'prefix':{'property':['node','externalId'],'value':'n'}}}}},"
                                    + "'select':{'n':{}}" + cursors + "}")
                    .json();
            found.addAll(externalIds(page.at("/items/n")));
            String next = page.at("/nextCursor/n").asText();
            cursors = next.isEmpty() ? "" : ",'cursors':{'n':'" + next + "'}";
            pages++;
        } while (!cursors.isEmpty());

        assertThat(found).hasSize(250).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'with':{},'select':{'a':{}}}|with must have",
                "{'with':{'a':{'nodes':{}}},'select':{}}|select must name",
                "{'with':{'a':{'nodes':{}}},'select':{'b':{}}}|Unknown result expression 'b'",
                "{'with':{'a':{'nodes':{'from':'a'}}},'select':{'a':{}}}|depends on itself",
                "{'with':{'a':{'nodes':{}},'b':{'nodes':{'from':'a'}}},'select':{'b':{}}}|only with through",
                "{'with':{'a':{'nodes':{},'limit':10001}},'select':{'a':{}}}|limit must be between 1 and 10000",
                "{'with':{'a':{}},'select':{'a':{}}}|needs one of nodes, edges",
                "{'with':{'a':{'edges':{'limitEach':1}}},'select':{'a':{}}}|limitEach needs from"
            })
    void refusesWrongQueries(String body, String message) {
        assertThat(client.post("/models/instances/query", body).error())
                .startsWith("400 ")
                .contains(message);
    }

    @Test
    void syncFollowsChangesAndDeletions() {
        String with = "{'with':{'p':{'nodes':{'filter':{'hasData':[" + PUMP + "]}},'limit':2}},'select':{'p':{}}";
        JsonNode first = post("sync", with + "}").json();
        assertThat(externalIds(first.at("/items/p"))).containsExactly("p1", "p2");
        JsonNode second = next(with, first);
        assertThat(externalIds(second.at("/items/p"))).containsExactly("p3");
        JsonNode idle = next(with, second);
        assertThat(idle.at("/items/p")).isEmpty();

        plant.apply(node("p2", PUMP, "'stages':9"));
        client.post(
                "/models/instances/delete", "{'items':[{'instanceType':'node','space':'plant','externalId':'p1'}]}");
        JsonNode changed = next(with, idle);

        assertThat(externalIds(changed.at("/items/p"))).containsExactly("p2", "p1");
        assertThat(changed.at("/items/p/1/deletedTime").asLong()).isEqualTo(clock.millis());
        assertThat(externalIds(post("sync", with + "}").json().at("/items/p"))).containsExactly("p3", "p2");
        clock.advance(Duration.ofDays(4));
        assertThat(TestClient.admin(cdf)
                        .post("/models/instances/sync", with + cursor(changed) + "}")
                        .error())
                .contains("expired");
    }

    private JsonNode next(String with, JsonNode page) {
        return post("sync", with + cursor(page) + "}").json();
    }

    private static String cursor(JsonNode page) {
        return ",'cursors':{'p':'" + page.at("/nextCursor/p").asText() + "'}";
    }

    @Test
    void searchesTexts() {
        String search = "{'view':" + PUMP + ",'query':";

        assertThat(externalIds(post("search", search + "'spare pump'}").json().path("items")))
                .containsExactly("p2", "p1");
        assertThat(externalIds(post("search", search + "'spare pump','operator':'AND'}")
                        .json()
                        .path("items")))
                .containsExactly("p2");
        assertThat(externalIds(post("search", search + "'boil'}").json().path("items")))
                .containsExactly("p3");
        assertThat(externalIds(post("search", search + "'red','properties':['name']}")
                        .json()
                        .path("items")))
                .isEmpty();
        assertThat(externalIds(post("search", search + "'','filter':{'range':{'property':" + PRESSURE + ",'gt':2}}}")
                        .json()
                        .path("items")))
                .containsExactly("p2", "p3");
        assertThat(client.post("/models/instances/search", search + "'a','properties':['pressure']}")
                        .error())
                .contains("it is no text");
    }

    @Test
    void aggregates() {
        assertThat(post(
                                "aggregate",
                                "{'view':" + PUMP + ",'groupBy':['stages'],'aggregates':[{'count':{}},"
                                        + "{'avg':{'property':'pressure'}},{'count':{'property':'unit'}}]}")
                        .json()
                        .path("items")
                        .toString())
                .isEqualTo(
                        "[{\"instanceType\":\"node\",\"group\":{\"stages\":1},\"aggregates\":[{\"aggregate\":\"count\","
                                + "\"value\":1},{\"aggregate\":\"avg\",\"property\":\"pressure\",\"value\":1.5},{\"aggregate\":\"count\","
                                + "\"property\":\"unit\",\"value\":1}]},{\"instanceType\":\"node\",\"group\":{\"stages\":2},\"aggregates\":["
                                + "{\"aggregate\":\"count\",\"value\":2},{\"aggregate\":\"avg\",\"property\":\"pressure\",\"value\":3.0},"
                                + "{\"aggregate\":\"count\",\"property\":\"unit\",\"value\":1}]}]");
        assertThat(post(
                                "aggregate",
                                "{'view':" + PUMP + ",'aggregates':[{'min':{'property':'stages'}},"
                                        + "{'max':{'property':'pressure'}},{'sum':{'property':'pressure'}},"
                                        + "{'histogram':{'property':'pressure','interval':2}}]}")
                        .item(0)
                        .path("aggregates")
                        .toString())
                .isEqualTo("[{\"aggregate\":\"min\",\"property\":\"stages\",\"value\":1},{\"aggregate\":\"max\","
                        + "\"property\":\"pressure\",\"value\":3.5},{\"aggregate\":\"sum\",\"property\":\"pressure\",\"value\":7.5},"
                        + "{\"aggregate\":\"histogram\",\"property\":\"pressure\",\"interval\":2.0,\"buckets\":[{\"start\":0.0,"
                        + "\"count\":1},{\"start\":2.0,\"count\":2}]}]");
        assertThat(client.post(
                                "/models/instances/aggregate",
                                "{'view':" + PUMP + ",'aggregates':[{'median':{'property':'pressure'}}]}")
                        .error())
                .contains("Unknown aggregate 'median'");
    }

    @Test
    void saysWhereInstancesHaveData() {
        JsonNode results = post(
                        "inspect",
                        "{'inspectionOperations':{'involvedViews':{},'involvedContainers':{}},"
                                + "'items':[{'instanceType':'node','space':'plant','externalId':'u1'}]}")
                .item(0)
                .path("inspectionResults");

        assertThat(results.at("/involvedContainers/0/externalId").asText()).isEqualTo("Named");
        assertThat(externalIds(results.path("involvedViews"))).containsExactly("Named");
    }
}
