package org.cdfgateway.emulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.cdfgateway.emulator.traffic.BudgetPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlIT {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private CdfEmulator cdf;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withControlPort(0).withVolume(new Volume(20, 0, 0, 0)));
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    private HttpResponse<String> send(String method, URI uri, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body.replace('\'', '"')));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode control(String method, String path, String body) throws Exception {
        HttpResponse<String> response =
                send(method, cdf.controlUri().orElseThrow().resolve(path), body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return MAPPER.readTree(response.body());
    }

    private JsonNode get(String path) throws Exception {
        return control("GET", path, "");
    }

    private String token(String id, String secret) throws Exception {
        String form = "grant_type=client_credentials&scope=x/.default&client_id=" + id + "&client_secret=" + secret;
        return MAPPER.readTree(send("POST", cdf.tokenUri(), form).body())
                .path("access_token")
                .asText();
    }

    private HttpResponse<String> list(String token) throws Exception {
        return send(
                "POST",
                cdf.baseUri().resolve("/api/v1/projects/demo/assets/list"),
                "{}",
                "Authorization",
                "Bearer " + token);
    }

    private HttpResponse<String> list() throws Exception {
        return list(token("demo-client", "demo-secret"));
    }

    @Test
    void setsFaultsOfEveryKind() throws Exception {
        JsonNode rules = control("POST", "/faults", """
                {"items": [
                  {"calls": "POST /assets/list", "next": 1, "fault": {"type": "status", "status": 429,
                   "retryAfterMillis": 2000, "body": ""}},
                  {"calls": "* /events*", "probability": 0.5, "after": 3, "fault": {"type": "delay", "millis": 5}},
                  {"calls": "*", "next": 0, "fault": {"type": "dropBefore"}},
                  {"calls": "GET *", "fault": {"type": "dropAfter"}},
                  {"calls": "GET *", "fault": {"type": "truncate", "part": 0.5}},
                  {"calls": "GET *", "fault": {"type": "slow", "bytesPerSecond": 100}},
                  {"calls": "GET *", "fault": {"type": "partial", "part": 0.5, "status": 503}}]}
                """);

        assertThat(rules.path("items")).hasSize(6);
        assertThat(rules.at("/items/0/fault/retryAfterMillis").asInt()).isEqualTo(2000);
        HttpResponse<String> refused = list();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).isEmpty();
        assertThat(refused.headers().firstValue("retry-after")).contains("2");
        assertThat(list().statusCode()).isEqualTo(200);
        assertThat(control("DELETE", "/faults", "").path("items")).isEmpty();
    }

    @Test
    void setsLatencyLagPagesAndSeed() throws Exception {
        control("PUT", "/latency", """
                {"items": [{"calls": "*", "latency": {"type": "uniform", "minMillis": 0, "maxMillis": 1}},
                           {"calls": "*", "latency": {"type": "longTailed", "medianMillis": 1, "p99Millis": 2}},
                           {"calls": "*", "latency": {"type": "fixed", "millis": 1}}]}
                """);
        control("PUT", "/lag", "{'items':[{'calls':'*','millis':7000}]}");
        control("PUT", "/pages", "{'items':[{'calls':'POST */list','maxItems':3}]}");
        control("PUT", "/seed", "{'seed':99}");

        assertThat(get("/latency").at("/items/2/latency/type").asText()).isEqualTo("fixed");
        assertThat(cdf.weather().longestLag()).hasSeconds(7);
        assertThat(get("/seed").path("seed").asInt()).isEqualTo(99);
        assertThat(MAPPER.readTree(list().body()).path("items")).hasSize(3);
        control("DELETE", "/weather", "");
        assertThat(get("/pages").path("items")).isEmpty();
    }

    @Test
    void setsBudgets() throws Exception {
        assertThat(get("/budgets").path("budgets")).isEmpty();

        JsonNode plan = control("PUT", "/budgets", "{'plan':'documented','retryAfterSeconds':1}");
        assertThat(plan.at("/budgets/0/project/requestsPerSecond").asInt()).isEqualTo(200);
        assertThat(cdf.throttle().plan()).isEqualTo(BudgetPlan.documented().withRetryAfter(1));

        control("PUT", "/budgets", "{'budgets':[{'name':'none','calls':['*'],'project':{'concurrent':0}}]}");
        assertThat(list("any").statusCode()).isEqualTo(401);
        control("PUT", "/budgets", "{'plan':'none'}");
        assertThat(list().statusCode()).isEqualTo(200);
    }

    @Test
    void countsAndForgets() throws Exception {
        list();

        JsonNode counters = get("/counters?calls=POST%20/assets*");
        assertThat(counters.at("/total/requests").asInt()).isEqualTo(1);
        assertThat(counters.at("/calls/POST ~1assets~1list/itemsOut").asInt()).isEqualTo(20);
        assertThat(counters.at("/calls/POST ~1assets~1list/statuses/200").asInt())
                .isEqualTo(1);
        control("DELETE", "/counters", "");
        assertThat(get("/counters").at("/total/requests").asInt()).isZero();
    }

    @Test
    void addsClientsAndGroups() throws Exception {
        control("PUT", "/clients/c", "{'secret':'s','groupIds':['g'],'capabilities':[]}");
        assertThat(list(token("c", "s")).statusCode()).isEqualTo(403);

        JsonNode groups = control(
                "POST",
                "/groups",
                "{'items':[{'name':'readers','sourceId':'g','capabilities':[{'assetsAcl':{'actions':['READ'],"
                        + "'scope':{'all':{}}}}]}]}");
        String token = token("c", "s");
        assertThat(list(token).statusCode()).isEqualTo(200);
        assertThat(get("/clients").toString()).contains("\"id\":\"c\"").doesNotContain("secret");

        control("DELETE", "/clients/c/tokens", "");
        assertThat(list(token).statusCode()).isEqualTo(401);
        for (JsonNode group : groups.path("items")) {
            if (group.path("name").asText().equals("readers")) {
                control("DELETE", "/groups/" + group.path("id").asLong(), "");
            }
        }
        assertThat(list(token("c", "s")).statusCode()).isEqualTo(403);
        control("DELETE", "/clients/c", "");
        assertThat(token("c", "s")).isEmpty();
    }

    @Test
    void movesTheClock() throws Exception {
        String token = token("demo-client", "demo-secret");

        control("PUT", "/clock", "{'advanceMillis':7200000}");

        assertThat(list(token).statusCode()).isEqualTo(401);
        assertThat(get("/clock").path("shiftMillis").asLong())
                .isEqualTo(Duration.ofHours(2).toMillis());
        control("PUT", "/clock", "{'shiftMillis':0}");
        assertThat(list(token).statusCode()).isEqualTo(200);
    }

    @Test
    void resetsContent() throws Exception {
        String token = token("demo-client", "demo-secret");
        send(
                "POST",
                cdf.baseUri().resolve("/api/v1/projects/demo/assets"),
                "{'items':[{'name':'a'}]}",
                "Authorization",
                "Bearer " + token);
        assertThat(MAPPER.readTree(list(token).body()).path("items")).hasSize(21);

        control("POST", "/reset", "");

        assertThat(MAPPER.readTree(list(token).body()).path("items")).hasSize(20);
    }

    @Test
    void tellsCallsAndItself() throws Exception {
        assertThat(get("/calls").toString())
                .contains("{\"call\":\"POST /assets/list\",\"needs\":\"assetsAcl:READ\"}")
                .contains("rawAcl:WRITE on TABLE");
        assertThat(get("/").toString()).contains("PUT /budgets", "GET /counters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                POST|/faults|{}
                POST|/faults|{'items':[{'calls':'*','fault':{'type':'earthquake'}}]}
                POST|/faults|{'items':[{'calls':'*','fault':{'type':'status','status':200}}]}
                POST|/faults|{'items':[{'call':'*','fault':{'type':'dropAfter'}}]}
                PUT|/latency|{'items':[{'calls':'*','latency':{'type':'uniform','minMillis':3,'maxMillis':1}}]}
                PUT|/pages|{'items':[{'calls':'*','maxItems':0}]}
                PUT|/budgets|{'plan':'secret'}
                POST|/faults|{'items':[{'calls':'*','fault':{'type':'delay'}}]}
                PUT|/latency|{'items':[{'calls':'*'}]}
                PUT|/lag|{'items':[{'calls':'*'}]}
                PUT|/seed|{}
                PUT|/clock|{}
                PUT|/clients/c|{}
                POST|/groups|{'items':[{}]}
                """)
    void refusesWhatItDoesNotUnderstand(String method, String path, String body) throws Exception {
        HttpResponse<String> response =
                send(method, cdf.controlUri().orElseThrow().resolve(path), body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    }
}
