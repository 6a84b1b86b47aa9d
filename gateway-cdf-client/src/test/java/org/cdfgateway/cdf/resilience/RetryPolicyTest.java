package org.cdfgateway.cdf.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private final RetryPolicy policy = new RetryPolicy(5, Duration.ofMillis(500), Duration.ofSeconds(60));

    @Test
    void waitsDoubleUpToABound() {
        assertThat(policy.backOff(1, 1)).isEqualTo(Duration.ofMillis(500));
        assertThat(policy.backOff(3, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.backOff(1_000, 1)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void jitterShortensWaits() {
        assertThat(policy.backOff(2, 0.25)).isEqualTo(Duration.ofMillis(250));
        assertThat(policy.backOff(2, 0)).isEqualTo(Duration.ZERO);
    }

    @Test
    void capsWhatCdfAsksFor() {
        assertThat(policy.capped(Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(60));
        assertThat(policy.capped(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void refusesSenselessValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO))
                .withMessage("tries: 0 (expected: >= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessage("waits: PT2S to PT1S (expected: 0 <= first <= longest)");
    }
}
