package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregatesIT {

    private static CdfEmulator cdf;
    private static TestClient client;

    @BeforeAll
    static void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults());
        client = TestClient.admin(cdf);
        client.post("/labels", "{'items':[{'externalId':'l','name':'l'},{'externalId':'m','name':'m'}]}");
        client.post(
                "/assets",
                "{'items':[{'name':'a','source':'SAP','metadata':{'Kind':'Pump','size':'1'},"
                        + "'labels':[{'externalId':'l'},{'externalId':'m'}]},"
                        + "{'name':'b','source':'sap','metadata':{'kind':'pump'},'labels':[{'externalId':'l'}]},"
                        + "{'name':'c','source':'PI','metadata':{'kind':'valve','size':'2'}},{'name':'d'}]}");
        client.post(
                "/timeseries",
                "{'items':[{'name':'a','unit':'bar','isString':false},{'name':'b','unit':'Bar','isString':true},"
                        + "{'name':'c','unit':'bar','metadata':{'K':'v'}}]}");
        client.post("/sequences", "{'items':[{'name':'a pump','columns':[{'externalId':'x'}]}]}");
    }

    @AfterAll
    static void stop() {
        cdf.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /assets | {}                                                                                | [{'count':4}]
            /assets | {'aggregate':'count','properties':[{'property':['source']}]}                      | [{'count':3}]
            /assets | {'aggregate':'count','properties':[{'property':['metadata','size']}]}             | [{'count':2}]
            /assets | {'aggregate':'count','filter':{'source':'PI'}}                                    | [{'count':1}]
            /assets | {'aggregate':'uniqueValues','properties':[{'property':['source']}]}               | [{'count':2,'values':['sap']},{'count':1,'values':['pi']}]
            /assets | {'aggregate':'uniqueValues','properties':[{'property':['labels']}]}               | [{'count':2,'values':['l']},{'count':1,'values':['m']}]
            /assets | {'aggregate':'cardinalityValues','properties':[{'property':['source']}]}          | [{'count':2}]
            /assets | {'aggregate':'cardinalityValues','properties':[{'property':['metadata']}]}        | [{'count':4}]
            /assets | {'aggregate':'cardinalityProperties'}                                             | [{'count':2}]
            /assets | {'aggregate':'uniqueProperties','path':['metadata']}                              | [{'count':3,'values':[{'property':['metadata','kind']}]},{'count':2,'values':[{'property':['metadata','size']}]}]
            /assets | {'aggregate':'uniqueProperties','advancedFilter':{'equals':{'property':['name'],'value':'b'}}} | [{'count':1,'values':[{'property':['metadata','kind']}]}]
            /assets | {'aggregate':'uniqueValues','properties':[{'property':['source']}],'aggregateFilter':{'prefix':{'value':'S'}}} | [{'count':2,'values':['sap']}]
            /assets | {'aggregate':'uniqueValues','properties':[{'property':['source']}],'aggregateFilter':{'not':{'in':{'values':['SAP']}}}} | [{'count':1,'values':['pi']}]
            /assets | {'aggregate':'uniqueValues','properties':[{'property':['source']}],'aggregateFilter':{'range':{'gte':'q'}}} | [{'count':2,'values':['sap']}]
            /assets | {'aggregate':'metadataValues','keys':['size']}                                    | [{'count':1,'values':['1'],'value':'1'},{'count':1,'values':['2'],'value':'2'}]
            /timeseries | {'aggregate':'uniqueValues','properties':[{'property':['unit']}]}             | [{'count':2,'values':['bar']},{'count':1,'values':['Bar']}]
            /timeseries | {'aggregate':'uniqueValues','properties':[{'property':['isString']}]}         | [{'count':2,'values':['false']},{'count':1,'values':['true']}]
            /timeseries | {'aggregate':'uniqueProperties','path':['metadata']}                          | [{'count':1,'values':[{'property':['metadata','K']}]}]
            /sequences  | {'aggregate':'cardinalityValues','properties':[{'property':['name']}]}        | [{'count':1}]
            """)
    void countsAndGroups(String path, String body, String expected) {
        String answer =
                client.post(path + "/aggregate", body).json().path("items").toString();

        assertThat(answer).isEqualTo(TestClient.quoted(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /assets     | {'aggregate':'other'}
            /assets     | {'aggregate':'uniqueValues'}
            /assets     | {'aggregate':'uniqueValues','properties':[{'property':['source']},{'property':['name']}]}
            /assets     | {'aggregate':'uniqueValues','properties':[{'property':['id']}]}
            /assets     | {'aggregate':'count','aggregateFilter':{'prefix':{'value':'s'}}}
            /timeseries | {'aggregate':'uniqueProperties'}
            /timeseries | {'aggregate':'uniqueValues','properties':[{'property':['metadata']}]}
            /files      | {'aggregate':'uniqueValues'}
            """)
    void refusesWhatTheResourceDoesNotHave(String path, String body) {
        assertThat(client.post(path + "/aggregate", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /assets     | {'name':'A'}              | 1
            /assets     | {'query':'nothing'}       | 0
            /timeseries | {'query':'nothing b'}     | 1
            /sequences  | {'query':'some pump'}     | 1
            /sequences  | {'name':'some pump'}      | 0
            /files      | {'name':'x'}              | 0
            """)
    void searchesWords(String path, String search, int found) {
        assertThat(client.post(path + "/search", "{'search':" + search + "}").items())
                .hasSize(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /assets     | {'source':'x'}
            /assets     | {'query':''}
            /assets     | {'name':5}
            /events     | {'query':'x'}
            /files      | {'description':'x'}
            """)
    void refusesUnknownSearches(String path, String search) {
        assertThat(client.post(path + "/search", "{'search':" + search + "}").status())
                .isEqualTo(400);
    }
}
