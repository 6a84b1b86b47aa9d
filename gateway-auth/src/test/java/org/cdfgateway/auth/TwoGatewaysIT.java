package org.cdfgateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cdfgateway.auth.fake.FakeCdfSessions;
import org.cdfgateway.auth.fake.MovableClock;
import org.cdfgateway.auth.fixture.FreshStore;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.auth.user.NewUser;
import org.cdfgateway.auth.user.UserLimits;
import org.cdfgateway.domain.identity.CdfAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshStore.class)
class TwoGatewaysIT {
    private static final Duration NOTICED_AFTER = Duration.ofMinutes(1);

    private final MovableClock clock = new MovableClock();
    private final FakeCdfSessions cdf = new FakeCdfSessions(clock);
    private final EncryptionKey key = EncryptionKey.generate();

    private final List<String> deletedElsewhere = new CopyOnWriteArrayList<>();

    private GatewayUsers here;
    private GatewayUsers there;

    @BeforeEach
    void open(StoreSettings settings) {
        here = GatewayUsers.open(
                settings, cdf, KeyRing.of(key), UserLimits.DEFAULT, Optional.empty(), deletedElsewhere::add, clock);
        there = GatewayUsers.open(settings, cdf, KeyRing.of(key), clock);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void serveTheSameUsers() {
        NewUser created = here.create("plant", cdf.nonce(), "admin");

        CdfAccess access = login(there, created);

        assertThat(access.accessToken().reveal()).startsWith("token-");
        assertThat(there.list("plant", null, 10)).isEqualTo(here.list("plant", null, 10));
    }

    @Test
    void noticeANewSessionOfTheOther() {
        NewUser created = here.create("plant", cdf.nonce(), "admin");
        CdfAccess access = login(here, created);
        String session = there.renew("plant", created.username(), cdf.nonce(), "admin")
                .orElseThrow()
                .identity()
                .label();

        clock.advance(NOTICED_AFTER);
        access.accessToken();

        assertThat(access.principal()).isEqualTo(created.username() + "/" + session);
        assertThat(cdf.refreshed()).hasSize(1);
    }

    @Test
    void noticeADeletionByTheOther() {
        NewUser created = here.create("plant", cdf.nonce(), "admin");
        CdfAccess access = login(here, created);
        there.delete("plant", created.username(), "admin");

        clock.advance(NOTICED_AFTER);

        assertThatThrownBy(access::accessToken)
                .hasMessage("The gateway user " + created.username() + " has been deleted.");
    }

    @Test
    void noticeWithoutBeingAskedWhatTheOtherDoes() {
        NewUser renewed = here.create("plant", cdf.nonce(), "admin");
        NewUser deleted = here.create("plant", cdf.nonce(), "admin");
        CdfAccess access = login(here, renewed);
        login(here, deleted);

        String session = there.renew("plant", renewed.username(), cdf.nonce(), "admin")
                .orElseThrow()
                .identity()
                .label();
        there.delete("plant", deleted.username(), "admin");

        await("the look every other second")
                .untilAsserted(() -> assertThat(deletedElsewhere).containsExactly(deleted.username()));
        assertThat(access.principal()).isEqualTo(renewed.username() + "/" + session);
    }

    private static CdfAccess login(GatewayUsers gateway, NewUser user) {
        return gateway.open(gateway.candidate(user.username()).user().orElseThrow())
                .access();
    }
}
