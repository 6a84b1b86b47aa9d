package org.cdfgateway.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.cdfgateway.auth.fake.FakeCdfSessions;
import org.cdfgateway.auth.fake.MovableClock;
import org.cdfgateway.auth.fake.Sessions;
import org.cdfgateway.auth.fake.StoredUsers;
import org.cdfgateway.auth.fixture.FreshStore;
import org.cdfgateway.auth.session.SessionSchedule;
import org.cdfgateway.auth.session.UserSessions;
import org.cdfgateway.auth.store.Store;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.auth.store.StoredUser;
import org.cdfgateway.auth.store.UserRows;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshStore.class)
class SessionKeeperIT {
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final MovableClock clock = new MovableClock();
    private final FakeCdfSessions cdf = new FakeCdfSessions(clock);
    private final UserSessions sessions = StoredUsers.sessions(cdf);

    private Store store;
    private SharedAccesses accesses;
    private SessionKeeper keeper;
    private SessionKeeper otherKeeper;

    @BeforeEach
    void open(StoreSettings settings) {
        store = Store.open(settings);
        accesses = new SharedAccesses(store, sessions, Optional.empty(), deleted -> {}, clock);
        keeper = new SessionKeeper(store, accesses, clock);
        otherKeeper = new SessionKeeper(store, accesses, clock);
    }

    @AfterEach
    void close() {
        keeper.close();
        otherKeeper.close();
        accesses.close();
        store.close();
    }

    @Test
    void extendsIdleSessionsOnceAnHour() {
        for (int i = 0; i < 25; i++) {
            add("user" + i);
        }

        keeper.extendDue();
        assertThat(cdf.refreshed()).isEmpty();

        clock.advance(INTERVAL);
        keeper.extendDue();
        keeper.extendDue();
        assertThat(cdf.refreshed()).hasSize(25).doesNotHaveDuplicates();

        clock.advance(INTERVAL);
        keeper.extendDue();
        assertThat(cdf.refreshed()).hasSize(50);
    }

    @Test
    void leavesWhatAnotherGatewayHasExtended() {
        add("anna");
        clock.advance(INTERVAL);

        otherKeeper.extendDue();
        keeper.extendDue();

        assertThat(cdf.refreshed()).hasSize(1);
    }

    @Test
    void triesAgainSoonWhenCdfCannotBeReached() {
        add("anna");
        clock.advance(INTERVAL);

        cdf.breakDown();
        keeper.extendDue();
        cdf.recover();
        keeper.extendDue();
        assertThat(cdf.refreshed()).hasSize(1);

        clock.advance(Duration.ofMinutes(5));
        keeper.extendDue();
        keeper.extendDue();
        assertThat(cdf.refreshed()).hasSize(2);
    }

    @Test
    void asksForAnEndedSessionNoMoreThanOnceAnHour() {
        StoredUser anna = add("anna");
        cdf.revoke(Sessions.idOf(anna.user().identity()));
        clock.advance(INTERVAL);

        keeper.extendDue();
        clock.advance(INTERVAL.minusSeconds(1));
        keeper.extendDue();

        assertThat(cdf.refreshed()).hasSize(1);
    }

    @Test
    void goesOnAfterASessionThatHasEnded() {
        StoredUser anna = add("anna");
        add("bert");
        cdf.revoke(Sessions.idOf(anna.user().identity()));
        clock.advance(INTERVAL);

        keeper.extendDue();

        assertThat(cdf.refreshed()).hasSize(2);
    }

    @Test
    void handsTheNewTokenToThoseWhoAreConnected() {
        StoredUser anna = add("anna");
        CdfAccess access = accesses.login(anna);
        Secret before = access.accessToken();
        clock.advance(INTERVAL);

        keeper.extendDue();
        Secret after = access.accessToken();

        assertThat(after).isNotEqualTo(before);
        assertThat(cdf.refreshed()).hasSize(2);
    }

    private StoredUser add(String username) {
        StoredUser user = StoredUsers.withNewSession(username, 1, sessions, cdf);
        store.change(connection -> UserRows.insert(connection, user, SessionSchedule.dueAfter(clock.instant())));
        return user;
    }
}
