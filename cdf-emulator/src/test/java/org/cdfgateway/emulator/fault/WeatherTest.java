package org.cdfgateway.emulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeatherTest {

    private static final String LIST = "POST /assets/list";

    private final Weather weather = new Weather(7);

    private List<Boolean> strikes(String call, int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> weather.faults().take(call) != null)
                .toList();
    }

    @Test
    void patternsNameCalls() {
        assertThat(CallPattern.of("* /assets*").matches("POST /assets/list")).isTrue();
        assertThat(CallPattern.of("POST /assets").matches("POST /assets/list")).isFalse();
        assertThat(CallPattern.of("GET /raw/dbs/{db}/tables").matches("GET /raw/dbs/{db}/tables"))
                .isTrue();
    }

    @Test
    void repeatsItselfWithTheSameSeed() {
        weather.faults().add(FaultRule.always("*", Fault.status(503)).withProbability(0.5));

        List<Boolean> first = strikes(LIST, 100);
        weather.reseed(7);
        strikes("POST /events/list", 13);

        assertThat(strikes(LIST, 100)).isEqualTo(first);
        assertThat(first.stream().filter(struck -> struck).count()).isBetween(35L, 65L);
        weather.reseed(8);
        assertThat(strikes(LIST, 100)).isNotEqualTo(first);
    }

    @Test
    void strikesAfterAndAsOftenAsAskedFor() {
        weather.faults().add(FaultRule.always(LIST, Fault.status(401)).after(2).next(1));

        assertThat(strikes(LIST, 4)).containsExactly(false, false, true, false);
        assertThat(weather.faults().rules()).isEmpty();
    }

    @Test
    void earlierRulesComeFirst() {
        weather.faults().next(1, LIST, Fault.status(500)).next(1, Faults.ANY, Fault.status(503));

        assertThat(weather.faults().take(LIST)).isEqualTo(Fault.status(500));
        assertThat(weather.faults().take(LIST)).isEqualTo(Fault.status(503));
        assertThat(weather.faults().take(LIST)).isNull();
    }

    @Test
    void latencyFollowsItsProfile() {
        Duration median = Duration.ofMillis(50);
        weather.latencies(List.of(
                LatencyRule.of("GET *", Latency.uniform(Duration.ofMillis(10), Duration.ofMillis(20))),
                LatencyRule.of("POST *", Latency.longTailed(median, Duration.ofMillis(500)))));

        List<Duration> uniform = IntStream.range(0, 1000)
                .mapToObj(i -> weather.latency("GET /assets"))
                .toList();
        List<Duration> tailed =
                IntStream.range(0, 1000).mapToObj(i -> weather.latency(LIST)).toList();

        assertThat(uniform).allMatch(one -> one.toMillis() >= 10 && one.toMillis() <= 20);
        assertThat(tailed.stream().filter(one -> one.compareTo(median) < 0).count())
                .isBetween(440L, 560L);
        assertThat(tailed.stream().filter(one -> one.toMillis() > 500).count()).isBetween(2L, 25L);
        assertThat(weather.latency("DELETE /x")).isZero();
    }

    @Test
    void firstRuleAboutACallCounts() {
        weather.pages(List.of(PageRule.of(LIST, 3), PageRule.of("*", 5)));
        weather.lags(List.of(LagRule.of(LIST, Duration.ofSeconds(2))));

        assertThat(weather.pageLimit(LIST)).hasValue(3);
        assertThat(weather.pageLimit("POST /events/list")).hasValue(5);
        assertThat(weather.lag(LIST)).hasSeconds(2);
        assertThat(weather.lag("POST /events/list")).isZero();
        assertThat(weather.longestLag()).hasSeconds(2);
        weather.clear();
        assertThat(weather.pageLimit(LIST)).isEmpty();
    }

    @Test
    void refusesWhatCannotHappen() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(200)).withMessageContaining("200");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.truncate(1.5))
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.slow(0)).withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageRule.of("*", 0))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultRule.always("*", Fault.dropAfter()).next(-1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latency.uniform(Duration.ofMillis(2), Duration.ofMillis(1)))
                .withMessageContaining("PT0.002S");
    }
}
