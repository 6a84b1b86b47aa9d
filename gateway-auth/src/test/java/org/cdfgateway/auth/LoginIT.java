package org.cdfgateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.auth.fake.FakeCdfSessions;
import org.cdfgateway.auth.fake.MovableClock;
import org.cdfgateway.auth.fake.Sessions;
import org.cdfgateway.auth.fixture.FreshStore;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.auth.user.NewUser;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.ScramVerifier;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.inbound.Logins.Candidate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FreshStore.class)
class LoginIT {
    private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_256;

    private final MovableClock clock = new MovableClock();
    private final FakeCdfSessions cdf = new FakeCdfSessions(clock);
    private final EncryptionKey key = EncryptionKey.generate();

    private StoreSettings settings;
    private GatewayUsers users;

    @BeforeEach
    void open(StoreSettings freshStore) {
        settings = freshStore;
        users = GatewayUsers.open(settings, cdf, KeyRing.of(key), clock);
    }

    @AfterEach
    void close() {
        users.close();
    }

    @Test
    void offersTheVerifierOfTheRightPassword() {
        NewUser created = users.create("plant", cdf.nonce(), "admin");

        Candidate candidate = users.candidate(created.username());

        assertThat(candidate.user()).map(GatewayUser::username).contains(created.username());
        assertThat(fits(candidate.verifier(), created.password())).isTrue();
        assertThat(fits(candidate.verifier(), new Secret("wrong"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "",
                "No Body",
                "postgres",
                "with\0zero",
                "é",
                "a.very.long.name.a.very.long.name.a.very.long.name.a.very.long.name"
            })
    void offersAnUnknownNameAnInventedVerifier(String name) {
        NewUser created = users.create("plant", cdf.nonce(), "admin");
        ScramVerifier real = users.candidate(created.username()).verifier();

        Candidate candidate = users.candidate(name);

        assertThat(candidate.user()).isEmpty();
        assertThat(candidate.verifier().iterations()).isEqualTo(real.iterations());
        assertThat(candidate.verifier().salt()).hasSameSizeAs(real.salt());
    }

    @Test
    void inventsTheSameAfterARestartAndAtAnotherGateway() {
        byte[] salt = users.candidate("nobody").verifier().salt();

        try (GatewayUsers other = GatewayUsers.open(settings, cdf, KeyRing.of(key), clock)) {
            assertThat(other.candidate("nobody").verifier().salt()).isEqualTo(salt);
        }
    }

    @Test
    void usesTheTokenOfTheBindFirst() {
        NewUser created = users.create("plant", cdf.nonce(), "admin");

        GatewaySession session = login(created);

        assertThat(session.access().accessToken().reveal()).startsWith("token-");
        assertThat(session.access().project()).isEqualTo("plant");
        assertThat(cdf.refreshed()).isEmpty();
    }

    @Test
    void sharesOneAccessBetweenTheSessionsOfAUser() {
        NewUser created = users.create("plant", cdf.nonce(), "admin");

        GatewaySession one = login(created);
        GatewaySession other = login(created);

        assertThat(one.access()).isSameAs(other.access());
        assertThat(one.id()).isNotEqualTo(other.id());
    }

    @Test
    void fetchesATokenWithTheStoredKeyAfterARestart() {
        NewUser created = users.create("plant", cdf.nonce(), "admin");

        try (GatewayUsers restarted = GatewayUsers.open(settings, cdf, KeyRing.of(key), clock)) {
            GatewaySession session =
                    restarted.open(restarted.find("plant", created.username()).orElseThrow());
            await("the login fetches a token ahead of the first statement")
                    .until(() -> cdf.refreshed()
                            .equals(List.of(Sessions.idOf(created.user().identity()))));

            assertThat(session.access().accessToken().reveal()).startsWith("token-");
            assertThat(cdf.refreshed()).hasSize(1);
        }
    }

    @Test
    void refusesAUserWhoWasDeletedBetweenProofAndSession() {
        NewUser created = users.create("plant", cdf.nonce(), "admin");
        Optional<GatewayUser> proven = users.candidate(created.username()).user();
        users.delete("plant", created.username(), "admin");

        assertThatThrownBy(() -> users.open(proven.orElseThrow()))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION))
                .hasMessage("The gateway user " + created.username() + " has been deleted.");
    }

    @Test
    void endsTheAccessOfOpenSessionsWhenTheUserIsDeleted() {
        NewUser created = users.create("plant", cdf.nonce(), "admin");
        GatewaySession session = login(created);

        users.delete("plant", created.username(), "admin");

        assertThatThrownBy(() -> session.access().accessToken())
                .hasMessage("The gateway user " + created.username() + " has been deleted.");
    }

    @Test
    void healsOpenSessionsWhenTheUserGetsAnotherCdfSession() {
        NewUser created = users.create("plant", cdf.nonce(), "admin");
        GatewaySession session = login(created);
        cdf.revoke(Sessions.idOf(created.user().identity()));
        session.access().rejected(session.access().accessToken());
        assertThatThrownBy(() -> session.access().accessToken())
                .hasMessageStartingWith(
                        "The CDF session " + Sessions.idOf(created.user().identity()));

        users.renew("plant", created.username(), cdf.nonce(), "admin");

        assertThat(session.access().accessToken().reveal()).startsWith("token-");
    }

    private GatewaySession login(NewUser created) {
        return users.open(users.candidate(created.username()).user().orElseThrow());
    }

    private static boolean fits(ScramVerifier verifier, Secret password) {
        byte[] salted = ScramFunctions.saltedPassword(
                MECHANISM,
                StringPreparation.POSTGRESQL_PREPARATION,
                password.reveal().toCharArray(),
                verifier.salt(),
                verifier.iterations());
        byte[] clientKey = ScramFunctions.clientKey(MECHANISM, salted);
        byte[] signature = ScramFunctions.clientSignature(MECHANISM, verifier.storedKey(), "an exchange");
        byte[] proof = ScramFunctions.clientProof(clientKey, signature);
        return ScramFunctions.verifyClientProof(MECHANISM, proof, verifier.storedKey(), "an exchange");
    }
}
