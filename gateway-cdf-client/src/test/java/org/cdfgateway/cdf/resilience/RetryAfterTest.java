package org.cdfgateway.cdf.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.cdf.resilience.CallFixture.READ;
import static org.cdfgateway.cdf.resilience.CallFixture.aCall;
import static org.cdfgateway.cdf.resilience.CallFixture.aRequest;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private final RetryAfter retryAfter =
            new RetryAfter(Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC));

    private Optional<Duration> waitAskedBy(String header) throws IOException {
        return retryAfter.of(new ScriptedClient()
                .answers(429, Map.of("retry-after", header), "")
                .execute(aRequest(), aCall(READ)));
    }

    @Test
    void readsSeconds() throws IOException {
        assertThat(waitAskedBy("17")).contains(Duration.ofSeconds(17));
    }

    @Test
    void readsDates() throws IOException {
        assertThat(waitAskedBy("Wed, 25 Nov 2026 10:00:30 GMT")).contains(Duration.ofSeconds(30));
    }

    @Test
    void doesNotWaitForThePast() throws IOException {
        assertThat(waitAskedBy("Wed, 25 Nov 2026 09:00:00 GMT")).contains(Duration.ZERO);
        assertThat(waitAskedBy("-3")).contains(Duration.ZERO);
    }

    @Test
    void ignoresNonsense() throws IOException {
        assertThat(waitAskedBy("soon")).isEmpty();
    }
}
