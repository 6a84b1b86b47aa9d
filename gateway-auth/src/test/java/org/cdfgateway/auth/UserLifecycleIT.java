package org.cdfgateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.cdfgateway.auth.fake.FakeCdfSessions;
import org.cdfgateway.auth.fake.MovableClock;
import org.cdfgateway.auth.fixture.FreshStore;
import org.cdfgateway.auth.fixture.StoreContent;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.auth.user.NewUser;
import org.cdfgateway.auth.user.UserLimits;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.CdfCredentials.ClientCredentials;
import org.cdfgateway.domain.identity.CdfCredentials.Nonce;
import org.cdfgateway.domain.identity.GatewayUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshStore.class)
class UserLifecycleIT {
    private final MovableClock clock = new MovableClock();
    private final FakeCdfSessions cdf = new FakeCdfSessions(clock);

    private GatewayUsers users;
    private StoreContent store;

    @BeforeEach
    void open(StoreSettings settings) {
        users = GatewayUsers.open(
                settings,
                cdf,
                KeyRing.of(EncryptionKey.generate()),
                new UserLimits(5),
                Optional.empty(),
                deleted -> {},
                clock);
        store = new StoreContent(settings);
    }

    @AfterEach
    void close() {
        users.close();
    }

    @Test
    void createsAUserThatCanBeFound() {
        NewUser created = users.create("plant", cdf.nonce(), "admin@example.org");

        assertThat(created.user().createdTime()).isEqualTo(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        assertThat(created.user().lastUpdatedTime()).isEqualTo(created.user().createdTime());
        assertThat(users.find("plant", created.username()))
                .contains(new GatewayUser(
                        created.username(),
                        "plant",
                        created.user().identity(),
                        created.user().createdTime(),
                        created.user().lastUpdatedTime()));
    }

    @Test
    void showsAUserInItsProjectOnly() {
        NewUser created = users.create("plant", cdf.nonce(), "admin");

        assertThat(users.find("refinery", created.username())).isEmpty();
        assertThat(users.list("refinery", null, 100)).isEmpty();
        assertThat(users.delete("refinery", created.username(), "stranger")).isFalse();
        assertThat(users.renew("refinery", created.username(), cdf.nonce(), "stranger"))
                .isEmpty();
        assertThat(users.find("plant", created.username())).isPresent();
    }

    @Test
    void listsByNameInPages() {
        Stream.generate(() -> users.create("plant", cdf.nonce(), "admin"))
                .limit(5)
                .forEach(user -> {});

        var first = users.list("plant", null, 3);
        var second = users.list("plant", first.get(2).username(), 3);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2);
        assertThat(Stream.concat(first.stream(), second.stream()).map(GatewayUser::username))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void passesOnWhatCdfSaysOfASpentNonce() throws SQLException {
        Nonce nonce = cdf.nonce();
        users.create("plant", nonce, "admin");

        assertThatThrownBy(() -> users.create("plant", nonce, "admin"))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE))
                .hasMessage("Nonce has expired");
        assertThat(users.list("plant", null, 100)).hasSize(1);
        assertThat(store.query("SELECT result FROM cdf_gateway.audit ORDER BY id"))
                .containsExactly("done", "invalid_parameter_value");
    }

    @Test
    void passesOnWhatCdfSaysOfAnExpiredNonce() {
        Nonce nonce = cdf.nonce();
        clock.advance(Duration.ofSeconds(60));

        assertThatThrownBy(() -> users.create("plant", nonce, "admin")).hasMessage("Nonce has expired");
    }

    @Test
    void refusesMoreUsersThanAllowedWithoutSpendingTheNonce() {
        for (int i = 0; i < 5; i++) {
            users.create("plant", cdf.nonce(), "admin");
        }
        Nonce nonce = cdf.nonce();

        assertThatThrownBy(() -> users.create("plant", nonce, "admin"))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.PROGRAM_LIMIT_EXCEEDED))
                .hasMessage("CDF project plant has 5 gateway users already (limit: 5).");
        assertThat(users.create("refinery", nonce, "admin").username()).isNotEmpty();
    }

    @Test
    void saysThatTheSessionIsLostWhenStoringFails() throws SQLException {
        store.execute("ALTER TABLE cdf_gateway.gateway_users ADD CHECK (project <> 'cursed') NOT VALID");

        assertThatThrownBy(() -> users.create("cursed", cdf.nonce(), "admin"))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.IO_ERROR);
                    assertThat(e.detail().orElseThrow())
                            .matches("CDF session [0-9]+ was opened and is lost with its nonce\\.");
                })
                .hasMessageStartingWith("The gateway user could not be stored.")
                .hasMessageNotContaining("Failing row");
        assertThat(store.query("SELECT result FROM cdf_gateway.audit")).isEmpty();
    }

    @Test
    void givesAUserAnotherSession() {
        NewUser created = users.create("plant", cdf.nonce(), "admin");
        clock.advance(Duration.ofHours(2));

        GatewayUser renewed =
                users.renew("plant", created.username(), cdf.nonce(), "admin").orElseThrow();

        assertThat(renewed.identity()).isNotEqualTo(created.user().identity());
        assertThat(renewed.createdTime()).isEqualTo(created.user().createdTime());
        assertThat(renewed.lastUpdatedTime())
                .isEqualTo(created.user().createdTime().plus(Duration.ofHours(2)));
        assertThat(users.find("plant", created.username())).contains(renewed);
    }

    @Test
    void doesNotSpendTheNonceOfAnUnknownUser() {
        Nonce nonce = cdf.nonce();

        Optional<GatewayUser> renewed = users.renew("plant", "nobody", nonce, "admin");

        assertThat(renewed).isEmpty();
        assertThat(users.create("plant", nonce, "admin").username()).isNotEmpty();
    }

    @Test
    void makesUsersOfClients() {
        ClientCredentials client = cdf.client("app");

        NewUser created = users.create("plant", client, "admin");

        assertThat(created.user().identity().label()).isEqualTo("client app");
        assertThat(users.find("plant", created.username()).orElseThrow().identity())
                .isEqualTo(created.user().identity());
        assertThat(token(created)).startsWith("token-");
    }

    @Test
    void changesFromOneKindToTheOtherUnderOpenSessions() {
        NewUser created = users.create("plant", cdf.nonce(), "admin");
        CdfAccess access = users.open(users.candidate(created.username()).user().orElseThrow())
                .access();

        users.renew("plant", created.username(), cdf.client("app"), "admin");
        assertThat(access.principal()).isEqualTo(created.username() + "/client app");
        assertThat(access.accessToken().reveal()).startsWith("token-");

        users.renew("plant", created.username(), cdf.nonce(), "admin");
        assertThat(access.principal()).startsWith(created.username() + "/CDF session ");
        assertThat(access.accessToken().reveal()).startsWith("token-");
    }

    @Test
    void saysHowToRenewAClientWhoseSecretHasExpired() {
        NewUser created = users.create("plant", cdf.client("app"), "admin");
        CdfAccess access = users.open(users.candidate(created.username()).user().orElseThrow())
                .access();
        cdf.expire("app");
        clock.advance(FakeCdfSessions.TOKEN_LIFE);

        assertThatThrownBy(access::accessToken)
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION);
                    assertThat(e.hint().orElseThrow()).startsWith("Update gateway user " + created.username());
                })
                .hasMessage("The client app of gateway user " + created.username() + " gets no access token any more.");
    }

    @Test
    void deletesOnce() {
        NewUser created = users.create("plant", cdf.nonce(), "admin");

        assertThat(users.delete("plant", created.username(), "admin")).isTrue();
        assertThat(users.delete("plant", created.username(), "admin")).isFalse();
        assertThat(users.find("plant", created.username())).isEmpty();
    }

    @Test
    void writesDownWhoDidWhat() throws SQLException {
        NewUser created = users.create("plant", cdf.nonce(), "anna");
        users.renew("plant", created.username(), cdf.nonce(), "bert");
        users.delete("plant", created.username(), "carl");
        users.delete("plant", created.username(), "dora");

        assertThat(store.query("SELECT concat_ws(' ', actor, action, project, username, result, recorded_time)"
                        + " FROM cdf_gateway.audit ORDER BY id"))
                .containsExactly(
                        line("anna create_user", created, "done"),
                        line("bert renew_session", created, "done"),
                        line("carl delete_user", created, "done"),
                        line("dora delete_user", created, "not found"));
    }

    private static String line(String begin, NewUser user, String result) {
        return begin + " plant " + user.username() + " " + result + " "
                + user.user().createdTime().toEpochMilli();
    }

    private String token(NewUser user) {
        return users.open(users.candidate(user.username()).user().orElseThrow())
                .access()
                .accessToken()
                .reveal();
    }
}
