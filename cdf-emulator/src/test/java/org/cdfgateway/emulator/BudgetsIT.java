package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.cdfgateway.emulator.TestClient.Answer;
import org.cdfgateway.emulator.traffic.BudgetPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of clients that do not care about 429, under the documented budgets and a clock that stands still. */
class BudgetsIT {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private CdfEmulator cdf;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults()
                .withClock(Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC))
                .withBudgets(BudgetPlan.documented()));
        client = TestClient.admin(cdf);
    }

    @AfterEach
    void stop() {
        cdf.close();
    }

    /** Sends one request after the other, whatever comes back; tells how many were not refused. */
    private long stubborn(int requests, String path, String body) {
        return IntStream.range(0, requests)
                .mapToObj(i -> client.post(path, body.replace("#", Integer.toString(i))))
                .filter(answer -> answer.status() != 429)
                .count();
    }

    @Test
    void listsOnlyAsOftenAsTheIdentityMay() {
        assertThat(stubborn(60, "/assets/list", "{}")).isEqualTo(23);

        cdf.clock().advance(SECOND);
        assertThat(stubborn(60, "/assets/list", "{}")).isEqualTo(23);
        assertThat(cdf.counters().of("POST /assets/list").answered(429)).isEqualTo(74);
    }

    @Test
    void writesOnlyWhatWasNotRefused() {
        assertThat(stubborn(200, "/assets", "{'items':[{'name':'a','externalId':'a#'}]}"))
                .isEqualTo(130);

        cdf.clock().advance(SECOND);
        assertThat(client.post("/assets/aggregate", "{}").item(0).path("count").asInt())
                .isEqualTo(130);
    }

    @Test
    void refusedRequestsUseTheBudgetOfTheWholeApi() {
        stubborn(160, "/assets/list", "{}");

        assertThat(client.post("/assets/byids", "{'items':[{'id':1}]}").status())
                .isEqualTo(429);
        assertThat(client.post("/events/list", "{}").status()).isEqualTo(200);
    }

    @Test
    void saysWhichBudgetIsUsedUp() {
        stubborn(23, "/events/list", "{}");

        Answer refused = client.post("/events/list", "{}");

        assertThat(refused.error())
                .isEqualTo("429 Identity exceeded maximum number='23' of requests per second. Please try again later.");
        assertThat(refused.header("retry-after")).isNull();
    }
}
