package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cdfgateway.emulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawIT {

    private static final String ROWS = "/raw/dbs/db/tables/t/rows";

    private final MutableClock clock = new MutableClock();
    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withClock(clock));
        client = TestClient.admin(cdf);
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private void insert(String items) {
        Answer answer = client.post(ROWS + "?ensureParent=true", "{'items':[" + items + "]}");
        assertThat(answer.text()).isEqualTo("{}");
    }

    private void insertNumbered(int count) {
        insert(IntStream.range(0, count)
                .mapToObj(i -> "{'key':'k" + i + "','columns':{'n':" + i + "}}")
                .collect(Collectors.joining(",")));
    }

    private List<String> keys(String path) {
        List<String> keys = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.get(path + cursor).json();
            page.path("items").forEach(row -> keys.add(row.path("key").asText()));
            cursor = page.has("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return keys;
    }

    @Test
    void createsAndDeletesDatabasesAndTables() {
        Answer created = client.post("/raw/dbs", "{'items':[{'name':'a'},{'name':'b'}]}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.item(0).path("createdTime").asLong()).isEqualTo(clock.millis());
        assertThat(client.post("/raw/dbs/a/tables", "{'items':[{'name':'t'}]}").status())
                .isEqualTo(201);

        assertThat(client.post("/raw/dbs/a/tables", "{'items':[{'name':'t'}]}").error())
                .contains("already created");
        assertThat(client.post("/raw/dbs/delete", "{'items':[{'name':'a'}]}").status())
                .isEqualTo(400);
        assertThat(client.post("/raw/dbs/a/tables/delete", "{'items':[{'name':'t'}]}")
                        .text())
                .isEqualTo("{}");
        assertThat(client.post("/raw/dbs/delete", "{'items':[{'name':'a'},{'name':'b'}]}")
                        .text())
                .isEqualTo("{}");
        assertThat(client.get("/raw/dbs").items()).isEmpty();
    }

    @Test
    void namesUnknownDatabasesAndTables() {
        Answer databases = client.post("/raw/dbs/delete", "{'items':[{'name':'x'},{'name':'y'}]}");
        assertThat(databases.error()).isEqualTo("404 Following databases not found: x, y");
        assertThat(databases.json().at("/error/missing/1/name").asText()).isEqualTo("y");
        assertThat(client.get("/raw/dbs/x/tables").status()).isEqualTo(404);
        assertThat(client.get("/raw/dbs/x/tables/t/rows").status()).isEqualTo(404);
        assertThat(client.post(ROWS, "{'items':[{'key':'a','columns':{}}]}").status())
                .isEqualTo(404);
        assertThat(client.post("/raw/dbs/x/tables", "{'items':[{'name':'t'}]}").status())
                .isEqualTo(404);
        assertThat(client.post("/raw/dbs/x/tables?ensureParent=true", "{'items':[{'name':'t'}]}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void answersCommaSeparatedValues() {
        insert("{'key':'a, b','columns':{'n':1.5,'o':{'k':'x'},'z':null}},{'key':'c','columns':{'s':'say'}}");

        Answer answer = client.send(client.request(ROWS).header("Accept", "text/csv"));

        assertThat(answer.header("content-type")).isEqualTo("text/csv");
        assertThat(answer.text().split("\r\n"))
                .containsExactlyInAnyOrder(
                        answer.text().startsWith("key,s") ? "key,s,n,o,z" : "key,n,o,z,s",
                        answer.text().startsWith("key,s")
                                ? "\"a, b\",,1.5,\"{\"\"k\"\":\"\"x\"\"}\","
                                : "\"a, b\",1.5,\"{\"\"k\"\":\"\"x\"\"}\",,",
                        answer.text().startsWith("key,s") ? "c,say,,," : "c,,,,say");
    }

    @Test
    void limitsNames() {
        assertThat(client.post("/raw/dbs", "{'items':[{'name':'" + "a".repeat(33) + "'}]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/raw/dbs", "{'items':[{'name':''}]}").status()).isEqualTo(400);
        assertThat(client.post("/raw/dbs", "{'items':[{'name':'" + "a".repeat(32) + "'}]}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void pagesThroughNames() {
        client.post(
                "/raw/dbs",
                "{'items':["
                        + IntStream.range(0, 30)
                                .mapToObj(i -> "{'name':'db" + i + "'}")
                                .collect(Collectors.joining(","))
                        + "]}");

        Answer first = client.get("/raw/dbs");
        Answer second =
                client.get("/raw/dbs?cursor=" + first.json().path("nextCursor").asText());

        assertThat(first.items()).hasSize(25);
        assertThat(second.items()).hasSize(5);
        assertThat(second.json().has("nextCursor")).isFalse();
    }

    @Test
    void replacesAllColumnsAndKeepsTheirText() {
        insert("{'key':'a','columns':{'n':1.50,'s':'x','nested':{'k':[1,null,true]}}}");
        insert("{'key':'a','columns':{'big':12345678901234567890,'e':1E5},'lastUpdatedTime':null}");

        String row = client.get(ROWS + "/a").text();

        assertThat(row).startsWith("{\"key\":\"a\",\"columns\":{\"big\":12345678901234567890,\"e\":1E5},");
    }

    @Test
    void movesUpdateTimeOnlyWhenContentChanges() {
        insert("{'key':'a','columns':{'n':1}},{'key':'b','columns':{'n':1}}");
        long first = clock.millis();
        clock.advance(Duration.ofSeconds(1));

        insert("{'key':'a','columns':{'n':1}},{'key':'b','columns':{'n':2}},{'key':'b','columns':{'n':3}}");

        assertThat(client.get(ROWS + "/a").json().path("lastUpdatedTime").asLong())
                .isEqualTo(first);
        assertThat(client.get(ROWS + "/b").json().path("lastUpdatedTime").asLong())
                .isEqualTo(first + 1000);
        assertThat(client.get(ROWS + "/b").json().at("/columns/n").asInt()).isEqualTo(3);
        assertThat(keys(ROWS + "?minLastUpdatedTime=" + first)).containsExactly("b");
        assertThat(keys(ROWS + "?maxLastUpdatedTime=" + first)).containsExactly("a");
        assertThat(keys(ROWS + "?minLastUpdatedTime=" + (first - 1))).hasSize(2);
    }

    @Test
    void namesMissingFields() {
        client.post("/raw/dbs/db/tables?ensureParent=true", "{'items':[{'name':'t'}]}");

        Answer answer = client.post(ROWS, "{'items':[{'key':'a','columns':{}},{'key':'b'}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/missingFields/0").asText()).isEqualTo("items[1].columns");
        assertThat(keys(ROWS + "?limit=10")).isEmpty();
        assertThat(client.post(ROWS, "{'items':[]}").status()).isEqualTo(400);
        assertThat(client.post(ROWS, "[]").status()).isEqualTo(400);
    }

    @Test
    void readsEachRowOnceByPagesAndByParallelCursors() {
        insertNumbered(1000);

        List<String> chain = keys(ROWS + "?limit=70");
        List<String> parallel = new ArrayList<>();
        JsonNode cursors = client.get("/raw/dbs/db/tables/t/cursors?numberOfCursors=15")
                .json()
                .path("items");
        for (JsonNode cursor : cursors) {
            parallel.addAll(keys(ROWS + "?limit=40&cursor=" + cursor.asText()));
        }

        assertThat(cursors).hasSize(15);
        assertThat(chain)
                .hasSize(1000)
                .doesNotHaveDuplicates()
                .isNotEqualTo(chain.stream().sorted().toList());
        assertThat(parallel).hasSize(1000).containsExactlyInAnyOrderElementsOf(chain);
    }

    @Test
    void cursorsKeepTheirTimes() {
        insertNumbered(5);
        long first = clock.millis();
        clock.advance(Duration.ofSeconds(1));
        insert("{'key':'new','columns':{}}");
        List<String> rows = new ArrayList<>();

        for (JsonNode cursor : client.get("/raw/dbs/db/tables/t/cursors?minLastUpdatedTime=" + first)
                .json()
                .path("items")) {
            rows.addAll(keys(ROWS + "?minLastUpdatedTime=0&cursor=" + cursor.asText()));
        }

        assertThat(rows).containsExactly("new");
    }

    @Test
    void choosesColumns() {
        insert("{'key':'a','columns':{'x':1,'y':null,'z':'t'}}");

        assertThat(client.get(ROWS + "?columns=x,z").item(0).path("columns").toString())
                .isEqualTo("{\"x\":1,\"z\":\"t\"}");
        assertThat(client.get(ROWS + "?columns=%2C").item(0).path("columns").toString())
                .isEqualTo("{}");
        assertThat(client.get(ROWS + "?filterNullFields=true")
                        .item(0)
                        .path("columns")
                        .has("y"))
                .isFalse();
    }

    @Test
    void takesAnyKeyInPath() {
        String key = "a/b c+d%æ";
        insert("{'key':'" + key + "','columns':{}}");

        assertThat(client.get(ROWS + "/" + TestClient.encoded(key))
                        .json()
                        .path("key")
                        .asText())
                .isEqualTo(key);
        assertThat(client.get(ROWS + "/unknown").status()).isEqualTo(404);
    }

    @Test
    void deletesRowsAndIgnoresUnknownKeys() {
        insertNumbered(10);

        client.post(ROWS + "/delete", "{'items':[{'key':'k3'},{'key':'k3'},{'key':'unknown'}]}");

        assertThat(keys(ROWS + "?limit=100")).hasSize(9).doesNotContain("k3");
    }

    @Test
    void refusesWrongLimitsAndCursors() {
        insertNumbered(1);

        assertThat(client.get(ROWS + "?limit=0").status()).isEqualTo(400);
        assertThat(client.get(ROWS + "?limit=10001").status()).isEqualTo(400);
        assertThat(client.get(ROWS + "?cursor=x").status()).isEqualTo(400);
        assertThat(client.get("/raw/dbs/db/tables/t/cursors?numberOfCursors=0").status())
                .isEqualTo(400);
    }

    @Test
    void rowsComeAsAFileToo() {
        String body = "--x|Content-Disposition: form-data; name=\"note\"||other|--x|"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"rows.json\"|"
                + "Content-Type: application/json||{'items':[{'key':'k','columns':{'a':'ø'}}]}|--x--|";
        String rows = "/raw/dbs/files/tables/t/rows";

        Answer inserted = client.send(client.request(rows + "?ensureParent=true")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(TestClient.quoted(body).replace("|", "\r\n"))));

        assertThat(inserted.status()).isEqualTo(200);
        assertThat(client.get(rows).item(0).at("/columns/a").asText()).isEqualTo("ø");
        assertThat(client.send(client.request(rows)
                                .header("Content-Type", "multipart/form-data; boundary=y")
                                .POST(BodyPublishers.ofString("--y--")))
                        .error())
                .startsWith("400 Missing required fields: file");
    }
}
