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
import org.junit.jupiter.params.provider.ValueSource;

class AssetListIT {

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'filter':{}}                                                                          | abcr
            {'filter':{'name':'a'}}                                                                | a
            {'filter':{'root':true}}                                                               | r
            {'filter':{'root':false}}                                                              | abc
            {'filter':{'parentExternalIds':['r']}}                                                 | ab
            {'filter':{'assetSubtreeIds':[{'externalId':'a'}]}}                                    | ac
            {'filter':{'assetSubtreeIds':[{'externalId':'unknown'}]}}                              |
            {'filter':{'rootIds':[{'externalId':'r'}],'source':'SAP'}}                             | b
            {'filter':{'metadata':{'k':'1'}}}                                                      | ab
            {'filter':{'metadata':{'k':'1','l':'2'}}}                                              | b
            {'filter':{'externalIdPrefix':'R'}}                                                    |
            {'filter':{'externalIdPrefix':'r'}}                                                    | r
            {'filter':{'createdTime':{'min':1}}}                                                   | abcr
            {'filter':{'createdTime':{'max':1}}}                                                   |
            {'filter':{'labels':{'containsAny':[{'externalId':'l1'},{'externalId':'l2'}]}}}        | ab
            {'filter':{'labels':{'containsAll':[{'externalId':'l1'},{'externalId':'l2'}]}}}        | b
            {'filter':{'dataSetIds':[{'externalId':'ds'}]}}                                        | c
            {'advancedFilter':{'equals':{'property':['source'],'value':'SAP'}}}                    | b
            {'advancedFilter':{'not':{'equals':{'property':['source'],'value':'SAP'}}}}            | acr
            {'advancedFilter':{'not':{'exists':{'property':['source']}}}}                          | acr
            {'advancedFilter':{'in':{'property':['externalId'],'values':['a','c','x']}}}           | ac
            {'advancedFilter':{'prefix':{'property':['name'],'value':'a'}}}                        | a
            {'advancedFilter':{'exists':{'property':['metadata','l']}}}                            | b
            {'advancedFilter':{'equals':{'property':['metadata'],'value':'2'}}}                    | b
            {'advancedFilter':{'range':{'property':['name'],'gte':'b','lt':'r'}}}                  | bc
            {'advancedFilter':{'containsAny':{'property':['labels'],'values':['l2']}}}             | b
            {'advancedFilter':{'search':{'property':['description'],'value':'BIG'}}}               | c
            {'advancedFilter':{'or':[{'equals':{'property':['name'],'value':'a'}},{'and':[{'equals':{'property':['name'],'value':'c'}},{'exists':{'property':['dataSetId']}}]}]}} | ac
            {'filter':{'name':'a'},'advancedFilter':{'equals':{'property':['name'],'value':'b'}}}  |
            """)
    void filters(String body, String expected) {
        client.post("/datasets", "{'items':[{'externalId':'ds','name':'d'}]}");
        client.post("/labels", "{'items':[{'externalId':'l1','name':'l'},{'externalId':'l2','name':'l'}]}");
        long dataSet = client.post("/datasets/byids", "{'items':[{'externalId':'ds'}]}")
                .item(0)
                .path("id")
                .asLong();
        create("{'name':'r','externalId':'r'},"
                + "{'name':'a','externalId':'a','parentExternalId':'r','metadata':{'k':'1'},'labels':[{'externalId':'l1'}]},"
                + "{'name':'b','externalId':'b','parentExternalId':'r','source':'SAP','metadata':{'k':'1','l':'2'},"
                + "'labels':[{'externalId':'l2'},{'externalId':'l1'}]},"
                + "{'name':'c','externalId':'c','parentExternalId':'a','description':'a big one','dataSetId':"
                + dataSet + "}");

        String found = names(body).stream().sorted().collect(Collectors.joining());

        assertThat(found).isEqualTo(expected == null ? "" : expected);
        assertThat(client.post("/assets/aggregate", body).item(0).path("count").asInt())
                .isEqualTo(found.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'filter':{'colour':'red'}}
            {'filter':{'name':5}}
            {'filter':{'parentIds':[]}}
            {'filter':{'labels':{}}}
            {'advancedFilter':{}}
            {'advancedFilter':{'like':{'property':['name'],'value':'a'}}}
            {'advancedFilter':{'equals':{'property':['colour'],'value':'a'}}}
            {'advancedFilter':{'equals':{'property':['id'],'value':'a'}}}
            {'advancedFilter':{'equals':{'property':['name','x'],'value':'a'}}}
            {'advancedFilter':{'range':{'property':['id'],'gt':1,'gte':1}}}
            {'advancedFilter':{'range':{'property':['id']}}}
            {'advancedFilter':{'and':[]}}
            {'advancedFilter':{'equals':{'property':['labels'],'value':'l'}}}
            {'advancedFilter':{'containsAny':{'property':['name'],'values':['l']}}}
            {'advancedFilter':{'search':{'property':['source'],'value':'l'}}}
            {'advancedFilter':{'search':{'property':['name'],'value':' '}}}
            {'advancedFilter':{'in':{'property':['name'],'values':[]}}}
            {'sort':[{'property':['metadata']}]}
            {'sort':'name'}
            {'sort':[{'property':['id']}]}
            {'sort':[{'property':['name'],'order':'up'}]}
            {'sort':[{'property':['name'],'nulls':null}]}
            {'limit':0}
            {'limit':1001}
            {'cursor':'garbage'}
            {'partition':'0/2'}
            {'partition':'3/2'}
            {'partition':'1/11'}
            {'partition':'one'}
            {'aggregatedProperties':['weight']}
            """)
    void refusesWrongLists(String body) {
        create("{'name':'r'}");

        assertThat(client.post("/assets/list", body).status()).isEqualTo(400);
    }

    @Test
    void sortsWithNullsAsLargest() {
        create("{'name':'a','source':'x'},{'name':'b'},{'name':'c','source':'y'}");

        assertThat(names("{'sort':[{'property':['source']}]}")).containsExactly("a", "c", "b");
        assertThat(names("{'sort':[{'property':['source'],'order':'desc'}]}")).containsExactly("b", "c", "a");
        assertThat(names("{'sort':[{'property':['source'],'order':'desc','nulls':'last'}]}"))
                .containsExactly("c", "a", "b");
    }

    @Test
    void pagesThroughSortedList() {
        create(IntStream.range(0, 25)
                .mapToObj(i -> "{'name':'n" + i % 5 + "'" + (i % 3 == 0 ? "" : ",'source':'s" + i % 4 + "'") + "}")
                .collect(Collectors.joining(",")));
        String sort = "'sort':[{'property':['source']},{'property':['name'],'order':'desc'}]";

        List<JsonNode> paged = client.listAll("/assets/list", "'limit':4," + sort);

        assertThat(paged)
                .isEqualTo(client.post("/assets/list", "{'limit':1000," + sort + "}")
                        .items());
    }

    @Test
    void writesAggregatesOnRequest() {
        create("{'name':'r','externalId':'r'},{'name':'a','externalId':'a','parentExternalId':'r'}");

        JsonNode item = client.post(
                        "/assets/byids",
                        "{'items':[{'externalId':'a'}],'aggregatedProperties':['depth','path','childCount']}")
                .item(0);

        assertThat(item.at("/aggregates/depth").asInt()).isEqualTo(1);
        assertThat(item.at("/aggregates/childCount").asInt()).isZero();
        assertThat(item.at("/aggregates/path")).hasSize(2);
    }

    @Test
    void listsWithQueryParameters() {
        List<JsonNode> created = create("{'name':'r','externalId':'r','metadata':{'k':'v'}},"
                + "{'name':'a','externalId':'a','parentExternalId':'r'}");
        String parentIds = TestClient.encoded("[" + created.get(0).path("id").asLong() + "]");

        assertThat(client.get("/assets?parentIds=" + parentIds).items()).hasSize(1);
        assertThat(client.get("/assets?root=true&includeMetadata=false").item(0).has("metadata"))
                .isFalse();
        assertThat(client.get("/assets?limit=5000").items()).hasSize(2);
        assertThat(client.get("/assets?minCreatedTime=1&externalIdPrefix=a").items())
                .hasSize(1);
    }

    @Test
    void searchesWords() {
        create("{'name':'Feed pump','description':'big'},{'name':'Pump house'}");

        assertThat(client.post("/assets/search", "{'search':{'query':'pump BIG'}}")
                        .items())
                .hasSize(1);
        assertThat(client.post("/assets/search", "{'search':{'name':'pump'}}").items())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            INTERSECTS | {'type':'Polygon','coordinates':[[[0,0],[4,0],[4,4],[0,4],[0,0]]]}                                    | iko
            WITHIN     | {'type':'Polygon','coordinates':[[[0,0],[4,0],[4,4],[0,4],[0,0]]]}                                    | ik
            DISJOINT   | {'type':'Polygon','coordinates':[[[0,0],[4,0],[4,4],[0,4],[0,0]]]}                                    | f
            INTERSECTS | {'type':'Polygon','coordinates':[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[3,1],[3,3],[1,3],[1,1]]]}    | o
            INTERSECTS | {'type':'LineString','coordinates':[[0,2],[9,2]]}                                                     | iko
            INTERSECTS | {'type':'Point','coordinates':[9,9]}                                                                  | f
            """)
    void filtersByLocation(String relation, String shape, String expected) {
        client.post(
                "/assets",
                "{'items':[" + located("i", "'Point','coordinates':[2,2]")
                        + located("k", "'LineString','coordinates':[[1.5,2],[2.5,2]]")
                        + located("o", "'Polygon','coordinates':[[[3.5,0],[6,0],[6,6],[3.5,6],[3.5,0]]]")
                        + located("f", "'MultiPoint','coordinates':[[9,9],[8,9]]")
                        + "{'name':'none'}]}");

        String found = client
                .post(
                        "/assets/list",
                        "{'filter':{'geoLocation':{'relation':'" + relation + "','shape':" + shape + "}}}")
                .items()
                .stream()
                .map(item -> item.path("name").asText())
                .sorted()
                .collect(Collectors.joining());

        assertThat(found).isEqualTo(expected);
    }

    private static String located(String name, String geometry) {
        return "{'name':'" + name + "','geoLocation':{'type':'Feature','geometry':{'type':" + geometry + "}}},";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Point','coordinates':[1]",
                "'LineString','coordinates':[[1,2]]",
                "'Polygon','coordinates':[[[0,0],[4,0],[4,4],[0,4]]]",
                "'Circle','coordinates':[1,2]"
            })
    void refusesWrongLocations(String geometry) {
        String asset = located("a", geometry);

        assertThat(client.post("/assets", "{'items':[" + asset.substring(0, asset.length() - 1) + "]}")
                        .status())
                .isEqualTo(400);
    }
}
