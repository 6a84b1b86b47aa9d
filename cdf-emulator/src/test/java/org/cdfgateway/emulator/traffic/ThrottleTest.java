package org.cdfgateway.emulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cdfgateway.emulator.control.ShiftedClock;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final ShiftedClock clock =
            new ShiftedClock(Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC));
    private final Throttle throttle = new Throttle(clock, BudgetPlan.documented());

    private long passed(int requests, String call, String identity) {
        return IntStream.range(0, requests)
                .mapToObj(i -> throttle.request(call, identity))
                .filter(pass -> pass.refusal() == null)
                .peek(pass -> pass.end(0))
                .count();
    }

    private List<Throttle.Pass> held(int requests, String call, String identity) {
        List<Throttle.Pass> held = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            held.add(throttle.request(call, identity));
        }
        return held;
    }

    @Test
    void limitsRequestsOfAnIdentityPerSecond() {
        assertThat(passed(100, "POST /assets/list", "a")).isEqualTo(23);
        assertThat(passed(100, "POST /assets/list", "a")).isZero();

        clock.advance(Duration.ofSeconds(1));

        assertThat(passed(100, "POST /assets/list", "a")).isEqualTo(23);
    }

    @Test
    void limitsRequestsOfTheProjectPerSecond() {
        assertThat(passed(20, "POST /assets/list", "a")).isEqualTo(20);
        assertThat(passed(20, "POST /assets/list", "b")).isEqualTo(10);
    }

    @Test
    void budgetsOfPartsCountTowardsTheWhole() {
        assertThat(passed(200, "POST /assets/byids", "a")).isEqualTo(130);

        // What was refused counts too: the identity's 150 for the whole API are gone.
        assertThat(passed(10, "POST /assets/list", "a")).isZero();
        assertThat(passed(10, "POST /events/list", "a")).isEqualTo(10);
    }

    @Test
    void limitsConcurrentRequestsAndTellsSo() {
        List<Throttle.Pass> held = held(13, "POST /assets/list", "a");

        assertThat(held.get(11).refusal()).isNull();
        assertThat(held.get(12).refusal())
                .isEqualTo("Identity exceeded maximum number='12' of concurrent requests. Please try again later.");
        held.get(0).end(0);
        assertThat(throttle.request("POST /assets/list", "a").refusal()).isNull();
        assertThat(held(4, "POST /assets/list", "b").get(3).refusal())
                .startsWith("Project exceeded maximum number='15' of concurrent");
    }

    @Test
    void limitsBytesOfTenMinutes() {
        String call = "GET /raw/dbs/{db}/tables/{table}/rows";
        throttle.request(call, "a").end(6_600_000_001L);

        assertThat(throttle.request(call, "a").refusal())
                .isEqualTo(
                        "Identity exceeded maximum number='6600000000' of bytes per 10 minutes. Please try again later.");
        assertThat(throttle.request(call, "b").refusal()).isNull();
        clock.advance(Duration.ofMinutes(10));
        assertThat(throttle.request(call, "a").refusal()).isNull();
    }

    @Test
    void withoutPlanAnythingGoes() {
        throttle.plan(BudgetPlan.NONE);

        assertThat(passed(10_000, "POST /assets/list", "a")).isEqualTo(10_000);
    }
}
