package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.cdfgateway.emulator.TestClient.Answer;
import org.cdfgateway.emulator.fault.Fault;
import org.cdfgateway.emulator.fault.FaultRule;
import org.cdfgateway.emulator.fault.LagRule;
import org.cdfgateway.emulator.fault.Latency;
import org.cdfgateway.emulator.fault.LatencyRule;
import org.cdfgateway.emulator.fault.PageRule;
import org.cdfgateway.emulator.traffic.BudgetPlan;
import org.cdfgateway.emulator.traffic.CallCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeatherIT {

    private static final String ROWS = "/raw/dbs/db/tables/t/rows";
    private static final String INSERT_ROWS = "POST /raw/dbs/{db}/tables/{table}/rows";

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

    private void createAssets(int count) {
        String items = "{'name':'a'},".repeat(count);
        client.post("/assets", "{'items':[" + items.substring(0, items.length() - 1) + "]}");
    }

    @Test
    void cutsAnswersShort() {
        createAssets(100);
        cdf.faults().next(1, "POST /assets/list", Fault.truncate(0.5));

        assertThatThrownBy(
                        () -> client.sendOrFail(client.request("/assets/list").POST(BodyPublishers.ofString("{}"))))
                .isInstanceOf(IOException.class);

        assertThat(client.post("/assets/list", "{}").items()).hasSize(100);
    }

    @Test
    void sendsBodiesSlowly() {
        cdf.faults().next(1, "POST /assets/list", Fault.slow(100));
        long start = System.nanoTime();

        assertThat(client.post("/assets/list", "{}").text()).isEqualTo("{\"items\":[]}");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(100));
    }

    @Test
    void insertsPartOfTheRows() {
        client.post("/raw/dbs/db/tables?ensureParent=true", "{'items':[{'name':'t'}]}");
        cdf.faults().next(1, INSERT_ROWS, Fault.partial(0.5));

        Answer answer = client.post(
                ROWS, "{'items':[{'key':'a','columns':{}},{'key':'b','columns':{}},{'key':'c','columns':{}}]}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(client.get(ROWS).items())
                .extracting(row -> row.path("key").asText())
                .containsExactly("a");
    }

    @Test
    void refusesTokenAfterSomeCalls() {
        cdf.faults().add(FaultRule.always("*", Fault.status(401)).after(2));

        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(200);
        assertThat(client.post("/events/list", "{}").status()).isEqualTo(200);
        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(401);
        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(401);
    }

    @Test
    void invitesToRetry() {
        cdf.faults().next(1, "*", Fault.status(503).asAutoRetryable());

        assertThat(client.post("/assets/list", "{}").header("cdf-is-auto-retryable"))
                .isEqualTo("true");
    }

    @Test
    void returnsShortPagesWithCursor() {
        createAssets(7);
        client.post("/raw/dbs/db/tables?ensureParent=true", "{'items':[{'name':'t'}]}");
        client.post(ROWS, "{'items':[{'key':'a','columns':{}},{'key':'b','columns':{}},{'key':'c','columns':{}}]}");
        cdf.weather().pages(List.of(PageRule.of("POST */list", 3), PageRule.of("GET *", 2)));

        assertThat(client.post("/assets/list", "{'limit':1000}").items()).hasSize(3);
        assertThat(client.post("/assets/list", "{'limit':2}").items()).hasSize(2);
        assertThat(client.listAll("/assets/list", "'limit':1000")).hasSize(7);
        assertThat(client.get(ROWS + "?limit=1000").items()).hasSize(2);
        assertThat(client.get(ROWS).json().has("nextCursor")).isTrue();
    }

    @Test
    void takesItsTime() {
        cdf.weather().latencies(List.of(LatencyRule.of("POST *", Latency.fixed(Duration.ofMillis(150)))));
        long start = System.nanoTime();

        client.post("/assets/list", "{}");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void throttlesAsDocumented() {
        cdf.throttle().plan(BudgetPlan.documented());
        for (int i = 0; i < 23; i++) {
            assertThat(client.post("/assets/list", "{}").status()).isEqualTo(200);
        }

        assertThat(client.post("/assets/list", "{}").error())
                .isEqualTo("429 Identity exceeded maximum number='23' of requests per second. Please try again later.");
        assertThat(client.post("/events/list", "{}").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(client.post("/assets/list", "{}").status()).isEqualTo(200);
    }

    @Test
    void throttlesWithoutBodyAndWithRetryAfter() {
        cdf.throttle().plan(BudgetPlan.documented().withEmptyBody().withRetryAfter(4));
        for (int i = 0; i < 23; i++) {
            client.post("/assets/list", "{}");
        }

        Answer answer = client.post("/assets/list", "{}");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.header("retry-after")).isEqualTo("4");
    }

    @Test
    void countsItemsBytesAndStatuses() {
        cdf.counters().reset();
        createAssets(7);
        cdf.faults().next(1, "POST /assets/list", Fault.status(503)).next(1, "POST /assets/list", Fault.dropBefore());
        client.post("/assets/list", "{}");
        assertThatThrownBy(
                        () -> client.sendOrFail(client.request("/assets/list").POST(BodyPublishers.ofString("{}"))))
                .isInstanceOf(IOException.class);
        Answer answer = client.post("/assets/list", "{}");

        CallCount created = cdf.counters().of("POST /assets");
        assertThat(created.itemsIn()).isEqualTo(7);
        assertThat(created.itemsOut()).isEqualTo(7);
        CallCount listed = cdf.counters().of("POST /assets/list");
        assertThat(listed.requests()).isEqualTo(3);
        assertThat(listed.answered(200)).isEqualTo(1);
        assertThat(listed.answered(503)).isEqualTo(1);
        assertThat(listed.itemsOut()).isEqualTo(7);
        assertThat(listed.bytesIn()).isEqualTo(2);
        assertThat(listed.bytesOut()).isGreaterThan(answer.text().length());
        assertThat(cdf.counters().of("POST /assets*").requests()).isEqualTo(4);
    }

    @Test
    void resetsContentButNotClients() {
        createAssets(3);

        cdf.resetContent();

        assertThat(client.post("/assets/list", "{}").items()).isEmpty();
    }

    @Test
    void movesItsClock() {
        cdf.clock().advance(Duration.ofHours(2));

        assertThat(client.post("/assets/list", "{}").error()).isEqualTo("401 Unauthorized");
    }

    @Test
    void listsLagBehindWrites() {
        createAssets(1);
        cdf.weather().lags(List.of(LagRule.of("POST /assets/*", Duration.ofSeconds(3))));
        client.post("/assets", "{'items':[{'name':'new','externalId':'new'}]}");

        assertThat(client.post("/assets/list", "{}").items()).hasSize(1);
        assertThat(client.post("/assets/search", "{'search':{'name':'new'}}").items())
                .isEmpty();
        assertThat(client.post("/assets/aggregate", "{}").item(0).path("count").asInt())
                .isEqualTo(1);
        assertThat(client.post("/assets/byids", "{'items':[{'externalId':'new'}]}")
                        .items())
                .hasSize(1);
        assertThat(client.get("/assets").items()).hasSize(2);

        clock.advance(Duration.ofSeconds(2));
        client.post("/assets/delete", "{'items':[{'externalId':'new'}]}");
        clock.advance(Duration.ofSeconds(1));
        assertThat(client.post("/assets/list", "{}").items()).hasSize(2);
        clock.advance(Duration.ofSeconds(2));
        assertThat(client.post("/assets/list", "{}").items()).hasSize(1);
    }

    @Test
    void listsOfInstancesLagBehindWrites() {
        client.post("/models/spaces", "{'items':[{'space':'plant'}]}");
        cdf.weather().lags(List.of(LagRule.of("POST /models/instances/list", Duration.ofSeconds(3))));
        client.post("/models/instances", "{'items':[{'instanceType':'node','space':'plant','externalId':'pump'}]}");

        assertThat(client.post("/models/instances/list", "{}").items()).isEmpty();
        assertThat(client.post(
                                "/models/instances/byids",
                                "{'items':[{'instanceType':'node','space':'plant','externalId':'pump'}]}")
                        .items())
                .hasSize(1);

        clock.advance(Duration.ofSeconds(4));
        assertThat(client.post("/models/instances/list", "{}").items()).hasSize(1);
    }

    @Test
    void listsOfRunsLagBehindWrites() {
        client.post("/datasets", "{'items':[{'externalId':'ds'}]}");
        long dataSet = client.post("/datasets/byids", "{'items':[{'externalId':'ds'}]}")
                .item(0)
                .path("id")
                .asLong();
        client.post("/extpipes", "{'items':[{'externalId':'p','name':'p','dataSetId':" + dataSet + "}]}");
        cdf.weather().lags(List.of(LagRule.of("* /extpipes/runs*", Duration.ofSeconds(3))));
        client.post("/extpipes/runs", "{'items':[{'externalId':'p','status':'seen'}]}");

        assertThat(client.get("/extpipes/runs?externalId=p").items()).isEmpty();

        clock.advance(Duration.ofSeconds(4));
        assertThat(client.get("/extpipes/runs?externalId=p").items()).hasSize(1);
    }
}
