package org.cdfgateway.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cdfgateway.auth.fake.FakeCdfSessions;
import org.cdfgateway.auth.fake.MovableClock;
import org.cdfgateway.auth.fake.Sessions;
import org.cdfgateway.auth.fake.StoredUsers;
import org.cdfgateway.auth.session.UserSessions;
import org.cdfgateway.auth.store.StoredUser;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.junit.jupiter.api.Test;

class SharedAccessTest {
    private final MovableClock clock = new MovableClock();
    private final FakeCdfSessions cdf = new FakeCdfSessions(clock);
    private final UserSessions sessions = StoredUsers.sessions(cdf);
    private final StoredUser anna = StoredUsers.withNewSession("anna", 1, sessions, cdf);
    private final AtomicInteger reads = new AtomicInteger();

    private Optional<StoredUser> stored = Optional.of(anna);
    private boolean storeIsDown;

    private final SharedAccess access = new SharedAccess(this::read, sessions, Runnable::run, clock, anna, null);

    @Test
    void namesProjectUserAndSession() {
        assertThat(access.project()).isEqualTo("plant");
        assertThat(access.principal())
                .isEqualTo("anna/" + anna.user().identity().label());
    }

    @Test
    void readsTheUserAgainEveryHalfMinute() {
        for (int second = 0; second < 60; second++) {
            access.accessToken();
            clock.advance(Duration.ofSeconds(1));
        }
        access.accessToken();

        assertThat(reads).hasValue(2);
        assertThat(cdf.refreshed()).hasSize(1);
    }

    @Test
    void usesTheSessionThatAnotherGatewayStored() {
        Secret before = access.accessToken();
        StoredUser renewed = StoredUsers.withNewSession("anna", 2, sessions, cdf);
        stored = Optional.of(renewed);

        clock.advance(SharedAccess.READ_AGAIN_AFTER);
        Secret after = access.accessToken();

        assertThat(after).isNotEqualTo(before);
        assertThat(access.principal())
                .isEqualTo("anna/" + renewed.user().identity().label());
        assertThat(cdf.refreshed())
                .containsExactly(
                        Sessions.idOf(anna.user().identity()),
                        Sessions.idOf(renewed.user().identity()));
    }

    @Test
    void isHealedByANewSessionAfterTheOldOneEnded() {
        cdf.revoke(Sessions.idOf(anna.user().identity()));
        assertThatThrownBy(access::accessToken)
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION);
                    assertThat(e.detail()).contains("Session not found");
                    assertThat(e.hint())
                            .contains(
                                    "Create a new session in CDF project plant, and with its nonce update gateway user"
                                            + " anna or create another one.");
                })
                .hasMessage("The CDF session " + Sessions.idOf(anna.user().identity())
                        + " of gateway user anna has ended.");

        access.observe(StoredUsers.withNewSession("anna", 2, sessions, cdf));

        assertThat(access.accessToken().reveal()).startsWith("token-");
    }

    @Test
    void ignoresAnOlderReadThatComesLate() {
        StoredUser renewed = StoredUsers.withNewSession("anna", 2, sessions, cdf);

        access.observe(renewed);
        access.observe(anna);

        assertThat(access.principal())
                .isEqualTo("anna/" + renewed.user().identity().label());
    }

    @Test
    void endsWhenTheUserIsDeletedElsewhere() {
        access.accessToken();
        stored = Optional.empty();

        clock.advance(SharedAccess.READ_AGAIN_AFTER);

        assertThatThrownBy(access::accessToken)
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION))
                .hasMessage("The gateway user anna has been deleted.");
        assertThat(access.principal()).startsWith("anna/");
    }

    @Test
    void goesOnWhenTheStoreIsDown() {
        access.accessToken();
        storeIsDown = true;

        clock.advance(FakeCdfSessions.TOKEN_LIFE);
        access.accessToken();
        access.accessToken();

        assertThat(cdf.refreshed()).hasSize(2);
        assertThat(reads).hasValue(1);
    }

    private Optional<StoredUser> read() {
        reads.incrementAndGet();
        if (storeIsDown) {
            throw new GatewayException(ErrorKind.IO_ERROR, "The store is down.");
        }
        return stored;
    }
}
