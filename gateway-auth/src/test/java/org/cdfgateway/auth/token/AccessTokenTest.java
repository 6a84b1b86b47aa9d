package org.cdfgateway.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTokenTest {
    private static final Instant FETCHED = Instant.parse("2026-11-25T08:00:00Z");

    @ParameterizedTest(name = "of {0} s, it is due after {1} s and ends after {2} s")
    @CsvSource({"3600, 3540, 3590", "120, 60, 110", "60, 30, 50", "20, 10, 15", "0, 0, 0"})
    void isReplacedInTime(long life, long due, long end) {
        SessionToken token = new SessionToken(new Secret("token"), FETCHED.plusSeconds(life));

        AccessToken access = AccessToken.of(token, FETCHED);

        assertThat(Duration.between(FETCHED, access.dueTime())).hasSeconds(due);
        assertThat(Duration.between(FETCHED, access.endTime())).hasSeconds(end);
        assertThat(access.isDue(access.dueTime().minusNanos(1))).isFalse();
        assertThat(access.isDue(access.dueTime())).isTrue();
        assertThat(access.isUsable(access.endTime().minusNanos(1))).isTrue();
        assertThat(access.isUsable(access.endTime())).isFalse();
    }
}
