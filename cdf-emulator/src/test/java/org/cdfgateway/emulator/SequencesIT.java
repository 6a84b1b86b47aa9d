package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequencesIT {

    private final MutableClock clock = new MutableClock();
    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withClock(clock));
        client = TestClient.admin(cdf);
        Answer created = client.post(
                "/sequences",
                "{'items':[{'externalId':'s','columns':[{'externalId':'d'},{'externalId':'t','valueType':'STRING'},"
                        + "{'externalId':'l','valueType':'LONG','name':'Long'}]}]}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private Answer insert(String columns, String rows) {
        return client.post(
                "/sequences/data", "{'items':[{'externalId':'s','columns':[" + columns + "],'rows':[" + rows + "]}]}");
    }

    private JsonNode list(String more) {
        return client.post("/sequences/data/list", "{'externalId':'s'" + more + "}")
                .json();
    }

    private Answer update(String columns) {
        return client.post("/sequences/update", "{'items':[{'externalId':'s','update':{'columns':" + columns + "}}]}");
    }

    @Test
    void columnsHaveTypesAndTimes() {
        JsonNode columns = client.post("/sequences/list", "{}").item(0).path("columns");

        assertThat(columns.findValuesAsText("valueType")).containsExactly("DOUBLE", "STRING", "LONG");
        assertThat(columns.findValuesAsText("createdTime")).doesNotContain("-1").hasSize(3);
    }

    @Test
    void columnsAreAddedChangedAndRemoved() {
        insert("'d','t'", "{'rowNumber':1,'values':[1.5,'x']}");
        clock.advance(Duration.ofSeconds(5));

        Answer updated = update("{'add':[{'externalId':'n'}],'remove':[{'externalId':'t'}],"
                + "'modify':[{'externalId':'d','update':{'externalId':{'set':'e'},'name':{'set':'E'}}}]}");

        assertThat(updated.status()).as(updated.text()).isEqualTo(200);
        JsonNode columns = updated.item(0).path("columns");
        assertThat(columns.findValuesAsText("externalId")).containsExactly("e", "l", "n");
        assertThat(columns.get(0).path("lastUpdatedTime").asLong()
                        - columns.get(0).path("createdTime").asLong())
                .isEqualTo(5000);
        assertThat(list(",'columns':['e','n']").at("/rows/0/values").toString()).isEqualTo("[1.5,null]");
    }

    @Test
    void removedColumnsCountTowardsTheLimit() {
        String more = IntStream.range(0, 199)
                .mapToObj(i -> "{'externalId':'c" + i + "','valueType':'STRING'}")
                .collect(Collectors.joining(","));
        assertThat(update("{'add':[" + more + "]}").status()).isEqualTo(200);
        assertThat(update("{'remove':[{'externalId':'c0'}]}").status()).isEqualTo(200);

        assertThat(update("{'add':[{'externalId':'x','valueType':'STRING'}]}").status())
                .isEqualTo(400);
        assertThat(update("{'add':[{'externalId':'x'}]}").status()).isEqualTo(200);
    }

    @Test
    void insertOverwritesNamedColumnsOnly() {
        insert(
                "'d','t','l'",
                "{'rowNumber':3,'values':[0.5,'x',9007199254740993]},{'rowNumber':1,'values':[1,null,1]}");
        insert("'t'", "{'rowNumber':3,'values':['y']}");

        JsonNode page = list("");

        assertThat(page.path("rows").toString())
                .isEqualTo("[{\"rowNumber\":1,\"values\":[1.0,null,1]},"
                        + "{\"rowNumber\":3,\"values\":[0.5,\"y\",9007199254740993]}]");
        assertThat(page.at("/columns/2").toString())
                .isEqualTo("{\"externalId\":\"l\",\"name\":\"Long\",\"valueType\":\"LONG\"}");
        assertThat(page.has("nextCursor")).isFalse();
    }

    @Test
    void pagesGoOnWithCursors() {
        String rows = IntStream.range(0, 250)
                .mapToObj(i -> "{'rowNumber':" + 2 * i + ",'values':[" + i + "]}")
                .collect(Collectors.joining(","));
        assertThat(insert("'l'", rows).status()).isEqualTo(200);

        JsonNode first = list(",'columns':['l'],'start':100,'end':400");
        JsonNode second = list(",'columns':['l'],'start':100,'end':400,'cursor':'"
                + first.path("nextCursor").asText() + "'");

        assertThat(first.path("rows")).hasSize(100);
        assertThat(first.at("/rows/0/rowNumber").asInt()).isEqualTo(100);
        assertThat(second.path("rows")).hasSize(50);
        assertThat(second.at("/rows/49/rowNumber").asInt()).isEqualTo(398);
        assertThat(second.has("nextCursor")).isFalse();
        assertThat(client.post(
                                "/sequences/data/list",
                                "{'externalId':'s','cursor':'"
                                        + first.path("nextCursor").asText() + "'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void latestIsTheLastRowBelowBound() {
        insert("'l'", "{'rowNumber':1,'values':[1]},{'rowNumber':5,'values':[5]}");

        assertThat(client.post("/sequences/data/latest", "{'externalId':'s'}")
                        .json()
                        .at("/rows/0/rowNumber")
                        .asInt())
                .isEqualTo(5);
        assertThat(client.post("/sequences/data/latest", "{'externalId':'s','before':5}")
                        .json()
                        .at("/rows/0/rowNumber")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.post("/sequences/data/latest", "{'externalId':'s','before':1}")
                        .json()
                        .path("rows"))
                .isEmpty();
    }

    @Test
    void deletesRowsAndSkipsUnknownOnes() {
        insert("'l'", "{'rowNumber':1,'values':[1]},{'rowNumber':5,'values':[5]}");

        assertThat(client.post("/sequences/data/delete", "{'items':[{'externalId':'s','rows':[1,77]}]}")
                        .status())
                .isEqualTo(200);

        assertThat(list("").path("rows")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'l'     | {'rowNumber':1,'values':[1.5]}   | 400 error in sequence
            'l'     | {'rowNumber':1,'values':['1']}   | 400 error in sequence
            't'     | {'rowNumber':1,'values':[1]}     | 400 error in sequence
            'd'     | {'rowNumber':1,'values':[1e101]} | 400 error in sequence
            'd'     | {'rowNumber':-1,'values':[1]}    | 400 error in sequence
            'd','l' | {'rowNumber':1,'values':[1]}     | 400 expected 2 values
            'd','l' | {'rowNumber':1,'values':[null,null]} | 400 error in sequence
            'd','d' | {'rowNumber':1,'values':[1,1]}   | 400 columns must be distinct
            'x'     | {'rowNumber':1,'values':[1]}     | 404 Column not found: x
            """)
    void refusesWrongRowsAndStoresNothing(String columns, String row, String error) {
        assertThat(insert(columns, row).error()).startsWith(error);
        assertThat(list("").path("rows")).isEmpty();
    }

    @Test
    void unknownSequencesAndReferencesAreNamed() {
        assertThat(client.post("/sequences/byids", "{'items':[{'externalId':'x'}]}")
                        .error())
                .isEqualTo("400 Sequences not found");
        assertThat(client.post("/sequences/data/list", "{'externalId':'x'}").error())
                .isEqualTo("400 Sequences not found");
        Answer asset = client.post("/sequences", "{'items':[{'assetId':7,'columns':[{'externalId':'a'}]}]}");
        assertThat(asset.error()).startsWith("400 asset");
        assertThat(asset.json().at("/error/missing/0/id").asInt()).isEqualTo(7);
        assertThat(client.post("/sequences", "{'items':[{'name':'n'}]}").status())
                .isEqualTo(400);
    }

    @Test
    void getListsTwentyFiveByDefault() {
        String many = IntStream.range(0, 30)
                .mapToObj(i -> "{'columns':[{'externalId':'a'}]}")
                .collect(Collectors.joining(","));
        client.post("/sequences", "{'items':[" + many + "]}");

        assertThat(client.get("/sequences").items()).hasSize(25);
        assertThat(client.get("/sequences?limit=5000").items()).hasSize(31);
    }
}
