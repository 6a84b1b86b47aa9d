package org.cdfgateway.pgwire.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {
    private static final ClientAddress OFFICE = from("192.0.2.1");
    private static final ClientAddress ELSEWHERE = from("198.51.100.7");

    private final MovableClock clock = new MovableClock();
    private final FailedLogins logins =
            new FailedLogins(LoginLimits.DEFAULT.withLockOut(3, Duration.ofMinutes(5)), clock);

    @Test
    void locksOutAUserAtAnAddressForAWhile() {
        fail("alice", OFFICE, 2);
        logins.check("alice", OFFICE);
        fail("alice", OFFICE, 1);

        assertThatThrownBy(() -> logins.check("alice", OFFICE))
                .hasMessage("too many failed logins for user \"alice\" from this address")
                .extracting("hint")
                .isEqualTo("Try again in 300 seconds.");
        clock.advance(Duration.ofSeconds(301));
        logins.check("alice", OFFICE);
    }

    @Test
    void locksNobodyOutElsewhere() {
        fail("alice", ELSEWHERE, 1_000);

        assertThatCode(() -> logins.check("alice", OFFICE)).doesNotThrowAnyException();
        assertThatCode(() -> logins.check("bob", OFFICE)).doesNotThrowAnyException();
    }

    @Test
    void forgetsFailuresWhenThePasswordIsRight() {
        fail("alice", OFFICE, 2);
        logins.succeeded("alice", OFFICE);
        fail("alice", OFFICE, 2);

        assertThatCode(() -> logins.check("alice", OFFICE)).doesNotThrowAnyException();
    }

    @Test
    void locksOutAnAddressThatTriesManyNames() {
        logins.succeeded("regular", OFFICE);
        IntStream.range(0, 15).forEach(i -> fail("name" + i, OFFICE, 1));

        assertThatThrownBy(() -> logins.check("another", OFFICE))
                .hasMessage("too many failed logins from this address");
        assertThatCode(() -> logins.check("regular", OFFICE)).doesNotThrowAnyException();
        assertThatCode(() -> logins.check("another", ELSEWHERE)).doesNotThrowAnyException();
    }

    @Test
    void aSuccessOfOneUserFreesNobodyElse() {
        IntStream.range(0, 15).forEach(i -> {
            fail("name" + i, OFFICE, 1);
            logins.succeeded("mallory", OFFICE);
        });

        assertThatThrownBy(() -> logins.check("alice", OFFICE)).hasMessage("too many failed logins from this address");
    }

    @Test
    void answersSlowerAndSlowerButNotForEver() {
        assertThat(logins.failed("alice", OFFICE, true)).isEqualTo(Duration.ofMillis(250));
        assertThat(logins.failed("alice", ELSEWHERE, true)).isEqualTo(Duration.ofMillis(500));
        assertThat(logins.failed("bob", OFFICE, true)).isEqualTo(Duration.ofMillis(500));
        fail("alice", ELSEWHERE, 100);
        assertThat(logins.failed("alice", ELSEWHERE, true)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void takesTheSameTimeForUnknownUsers() {
        assertThat(logins.failed("nobody", OFFICE, false)).isEqualTo(Duration.ofMillis(250));
        fail("nobody", OFFICE, 2);

        assertThatThrownBy(() -> logins.check("nobody", OFFICE)).hasMessageContaining("for user \"nobody\"");
    }

    @Test
    void locksNobodyOutWhenSwitchedOff() {
        FailedLogins lenient = new FailedLogins(LoginLimits.DEFAULT.withLockOut(3, Duration.ZERO), clock);
        IntStream.range(0, 100).forEach(i -> lenient.failed("alice", OFFICE, true));

        assertThatCode(() -> lenient.check("alice", OFFICE)).doesNotThrowAnyException();
    }

    @Test
    void keepsABoundedNumberOfNames() {
        FailureCounts counts = new FailureCounts(100, Duration.ofMinutes(1));
        IntStream.range(0, 1_000).forEach(i -> counts.failed("name" + i, clock.instant()));

        assertThat(counts.of("name899", clock.instant())).isZero();
        assertThat(counts.of("name900", clock.instant())).isEqualTo(1);
    }

    private void fail(String user, ClientAddress client, int times) {
        IntStream.range(0, times).forEach(i -> logins.failed(user, client, true));
    }

    private static ClientAddress from(String address) {
        return ClientAddress.of(new InetSocketAddress(address, 1));
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
