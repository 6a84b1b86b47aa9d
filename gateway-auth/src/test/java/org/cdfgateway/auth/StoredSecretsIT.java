package org.cdfgateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.cdfgateway.auth.fake.FakeCdfSessions;
import org.cdfgateway.auth.fake.MovableClock;
import org.cdfgateway.auth.fixture.FreshStore;
import org.cdfgateway.auth.fixture.StoreContent;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.auth.user.NewUser;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfCredentials.Nonce;
import org.cdfgateway.domain.identity.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshStore.class)
class StoredSecretsIT {
    private final MovableClock clock = new MovableClock();
    private final FakeCdfSessions cdf = new FakeCdfSessions(clock);
    private final EncryptionKey key = EncryptionKey.generate();

    @Test
    void holdsNoSecretInAnyColumnOfAnyTable(StoreSettings settings) throws SQLException {
        List<Secret> secrets = new ArrayList<>(List.of(key.toBase64()));
        try (GatewayUsers users = GatewayUsers.open(settings, cdf, KeyRing.of(key), clock)) {
            for (int i = 0; i < 3; i++) {
                NewUser user = users.create("plant", cdf.nonce(), "admin");
                users.renew("plant", user.username(), cdf.nonce(), "admin");
                users.create("plant", cdf.client("app" + i), "admin");
                secrets.add(user.password());
            }
            assertThatThrownBy(() -> users.create("plant", new Nonce(new Secret("a spent nonce")), "admin"))
                    .isInstanceOf(GatewayException.class);
        }
        secrets.addAll(cdf.secrets());

        String everything = String.join("\n", new StoreContent(settings).allRows());

        assertThat(everything).contains("create_user", "verifier-invention");
        assertThat(secrets)
                .hasSizeGreaterThan(20)
                .allSatisfy(secret -> assertThat(everything).doesNotContain(encodings(secret)));
    }

    @Test
    void encryptsTheSameKeyDifferentlyForEachUser(StoreSettings settings) throws SQLException {
        try (GatewayUsers users = GatewayUsers.open(settings, new SameKeySessions(clock), KeyRing.of(key), clock)) {
            users.create("plant", new Nonce(new Secret("one")), "admin");
            users.create("plant", new Nonce(new Secret("two")), "admin");
        }

        assertThat(new StoreContent(settings).query("SELECT session_key FROM cdf_gateway.gateway_users"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void noticesWhenSessionKeysAreExchangedBetweenUsers(StoreSettings settings) throws SQLException {
        String first;
        try (GatewayUsers users = GatewayUsers.open(settings, cdf, KeyRing.of(key), clock)) {
            first = users.create("plant", cdf.nonce(), "admin").username();
            users.create("plant", cdf.nonce(), "admin");
        }
        new StoreContent(settings)
                .execute("UPDATE cdf_gateway.gateway_users a SET session_key = b.session_key"
                        + " FROM cdf_gateway.gateway_users b WHERE a.username <> b.username");

        try (GatewayUsers users = GatewayUsers.open(settings, cdf, KeyRing.of(key), clock)) {
            var access = users.open(users.find("plant", first).orElseThrow()).access();

            assertThatThrownBy(access::accessToken)
                    .hasMessage("What the store holds as the session key of gateway user " + first
                            + " cannot be decrypted: it is damaged, or was stored as something else.");
        }
    }

    @Test
    void refusesToStartWithAnotherKey(StoreSettings settings) {
        EncryptionKey other = EncryptionKey.generate();
        GatewayUsers.open(settings, cdf, KeyRing.of(key), clock).close();

        assertThatThrownBy(() -> GatewayUsers.open(settings, cdf, KeyRing.of(other), clock))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE);
                    assertThat(e.hint().orElseThrow())
                            .startsWith("Start the gateway with the encryption key the store was made with");
                })
                .hasMessage("The gateway has no encryption key " + key.id()
                        + ", with which the secret for unknown users was encrypted; it has " + other.id() + ".");
    }

    private static String[] encodings(Secret secret) {
        byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
        return new String[] {
            secret.reveal(),
            HexFormat.of().formatHex(bytes),
            Base64.getEncoder().withoutPadding().encodeToString(bytes)
        };
    }
}
