package org.cdfgateway.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.auth.fake.MovableClock;
import org.junit.jupiter.api.Test;

class UnknownNameLogTest {
    private final MovableClock clock = new MovableClock();
    private final List<Long> lines = new ArrayList<>();
    private final UnknownNameLog log = new UnknownNameLog(clock, lines::add);

    @Test
    void writesOneLineAMinuteHoweverManyCome() {
        for (int second = 0; second < 120; second++) {
            log.count();
            clock.advance(Duration.ofSeconds(1));
        }
        log.count();

        assertThat(lines).containsExactly(1L, 60L, 60L);
    }
}
