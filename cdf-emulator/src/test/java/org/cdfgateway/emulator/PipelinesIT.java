package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelinesIT {

    private final MutableClock clock = new MutableClock();
    private CdfEmulator cdf;
    private TestClient client;
    private long dataSet;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withClock(clock));
        client = TestClient.admin(cdf);
        dataSet = client.post("/datasets", "{'items':[{'externalId':'ds'}]}")
                .item(0)
                .path("id")
                .asLong();
        create("{'externalId':'p','name':'P','schedule':'0 5 * * *','rawTables':[{'dbName':'d','tableName':'t'}],"
                + "'contacts':[{'name':'Ann','email':'ann@example.org'}]}");
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private JsonNode create(String pipeline) {
        Answer answer = client.post(
                "/extpipes",
                "{'items':[" + pipeline.substring(0, pipeline.length() - 1) + ",'dataSetId':" + dataSet + "}]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.item(0);
    }

    private JsonNode pipeline() {
        return client.post("/extpipes/byids", "{'items':[{'externalId':'p'}]}").item(0);
    }

    private Answer run(String fields) {
        return client.post("/extpipes/runs", "{'items':[{'externalId':'p'," + fields + "}]}");
    }

    private String runs(String filter) {
        return client.post("/extpipes/runs/list", "{'filter':{'externalId':'p'" + filter + "}}").items().stream()
                .map(item -> item.path("message").asText())
                .collect(Collectors.joining());
    }

    @Test
    void newPipelineHasNeverRun() {
        assertThat(pipeline().path("lastSeen").asLong(-1)).isZero();
        assertThat(pipeline().has("lastMessage")).isFalse();
    }

    @Test
    void runMovesPipeline() {
        assertThat(run("'status':'failure','message':'no connection'")
                        .item(0)
                        .path("externalId")
                        .asText())
                .isEqualTo("p");
        long failed = clock.millis();
        clock.advance(Duration.ofSeconds(5));
        run("'status':'success'");

        assertThat(pipeline().path("lastFailure").asLong()).isEqualTo(failed);
        assertThat(pipeline().path("lastMessage").asText()).isEqualTo("no connection");
        assertThat(pipeline().path("lastSuccess").asLong()).isEqualTo(failed + 5000);
        assertThat(pipeline().path("lastSeen").asLong()).isEqualTo(failed + 5000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                        | CBA
            ~,'statuses':['failure']~                 | B
            ~,'createdTime':{'max':2000}~             | BA
            ~,'message':{'substring':'a'}~            | A
            """)
    void runsAreFilteredLatestFirst(String filter, String expected) {
        run("'status':'seen','message':'A','createdTime':1000");
        run("'status':'failure','message':'B','createdTime':2000");
        run("'status':'success','message':'C','createdTime':3000");

        assertThat(runs(filter)).isEqualTo(expected);
        assertThat(client.get("/extpipes/runs?externalId=p&limit=2").items()).hasSize(2);
    }

    @Test
    void takesOneRunAtATimeAndNeedsKnownPipeline() {
        assertThat(client.post(
                                "/extpipes/runs",
                                "{'items':[{'externalId':'p','status':'seen'},{'externalId':'p','status':'seen'}]}")
                        .status())
                .isEqualTo(400);
        assertThat(run("'status':'other'").status()).isEqualTo(400);
        assertThat(client.post("/extpipes/runs/list", "{}").status()).isEqualTo(400);
        assertThat(client.get("/extpipes/runs").status()).isEqualTo(400);
        assertThat(client.get("/extpipes/runs?externalId=x").status()).isEqualTo(400);
    }

    @Test
    void deletedPipelineTakesItsRuns() {
        run("'status':'seen'");
        client.post("/extpipes/delete", "{'items':[{'externalId':'p'}]}");

        create("{'externalId':'p','name':'P'}");

        assertThat(runs("")).isEmpty();
    }

    @Test
    void setNullClearsAndListsChangePartByPart() {
        Answer updated = client.post(
                "/extpipes/update",
                "{'items':[{'externalId':'p','update':{'schedule':{'set':null},'metadata':{'set':{}},"
                        + "'rawTables':{'add':[{'dbName':'d','tableName':'u'}],'remove':[{'dbName':'d','tableName':'t'}]}}}]}");

        assertThat(updated.status()).as(updated.text()).isEqualTo(200);
        assertThat(updated.item(0).has("schedule")).isFalse();
        assertThat(updated.item(0).has("metadata")).isFalse();
        assertThat(updated.item(0).path("rawTables").toString()).isEqualTo("[{\"dbName\":\"d\",\"tableName\":\"u\"}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'schedule':'Null'}                                | q
            {'rawTables':[{'dbName':'d','tableName':'t'}]}     | p
            {'contacts':[{'name':'Ann'}]}                      | p
            {'dataSetIds':[{'externalId':'ds'}]}               | pq
            {'externalIdPrefix':'q'}                           | q
            """)
    void filters(String filter, String expected) {
        create("{'externalId':'q','name':'Q'}");

        String found = client.post("/extpipes/list", "{'filter':" + filter + "}").items().stream()
                .map(item -> item.path("externalId").asText())
                .sorted()
                .collect(Collectors.joining());

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void takenExternalIdsAreListed() {
        Answer again =
                client.post("/extpipes", "{'items':[{'externalId':'p','name':'P','dataSetId':" + dataSet + "}]}");

        assertThat(again.error()).isEqualTo("409 The following external id(s) are already in the database: p");
        assertThat(again.json().at("/error/duplicated/0/externalId").asText()).isEqualTo("p");
    }

    @Test
    void configsHaveRevisions() {
        client.post("/extpipes/config", "{'externalId':'p','config':'a: 1','description':'first'}");
        client.post("/extpipes/config", "{'externalId':'p','config':'a: 2'}");

        assertThat(client.post("/extpipes/config/revert", "{'externalId':'p','revision':1}")
                        .json()
                        .path("revision")
                        .asInt())
                .isEqualTo(3);
        JsonNode latest = client.get("/extpipes/config?externalId=p").json();
        assertThat(latest.path("config").asText()).isEqualTo("a: 1");
        assertThat(client.get("/extpipes/config?externalId=p&revision=2")
                        .json()
                        .path("config")
                        .asText())
                .isEqualTo("a: 2");
        JsonNode page =
                client.get("/extpipes/config/revisions?externalId=p&limit=2").json();
        assertThat(page.path("items").findValuesAsText("revision")).containsExactly("3", "2");
        assertThat(client.get("/extpipes/config/revisions?externalId=p&limit=2&cursor="
                                + page.path("nextCursor").asText())
                        .items())
                .hasSize(1);
        assertThat(client.get("/extpipes/config?externalId=p&revision=9").status())
                .isEqualTo(404);
    }
}
