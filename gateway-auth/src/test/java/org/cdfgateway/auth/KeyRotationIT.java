package org.cdfgateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.auth.fake.FakeCdfSessions;
import org.cdfgateway.auth.fake.MovableClock;
import org.cdfgateway.auth.fixture.FreshStore;
import org.cdfgateway.auth.fixture.StoreContent;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.EncryptionKeyFile;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.AuditEntry;
import org.cdfgateway.auth.store.AuditEntry.Action;
import org.cdfgateway.auth.store.AuditFilter;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.auth.user.NewUser;
import org.cdfgateway.domain.identity.CdfAccess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FreshStore.class)
class KeyRotationIT {
    private static final AuditFilter EVERYTHING = new AuditFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 100);

    private final MovableClock clock = new MovableClock();
    private final FakeCdfSessions cdf = new FakeCdfSessions(clock);

    @TempDir
    private Path directory;

    private StoreSettings settings;
    private EncryptionKeyFile file;
    private String oldKey;

    @BeforeEach
    void makeKey(StoreSettings fresh) {
        settings = fresh;
        file = new EncryptionKeyFile(directory.resolve("key"));
        oldKey = file.readOrCreate().get(0).id();
    }

    @Test
    void gatewaysThatRunFollow() throws Exception {
        try (GatewayUsers users = GatewayUsers.open(settings, cdf, KeyRing.in(file), clock)) {
            NewUser before = users.create("plant", cdf.nonce(), "admin");
            CdfAccess access = login(users, before);
            access.accessToken();

            String newKey = file.addFirst().id();
            assertThat(rotate()).isEqualTo(2);
            Files.writeString(
                    directory.resolve("key"), file.read().get(0).toBase64().reveal());
            NewUser after = users.create("plant", cdf.nonce(), "admin");
            clock.advance(FakeCdfSessions.TOKEN_LIFE);

            assertThat(access.accessToken().reveal()).startsWith("token-");
            assertThat(login(users, after).accessToken().reveal()).startsWith("token-");
            assertThat(keysInUse()).isEqualTo(Map.of(newKey, 3L));
        }
        try (GatewayUsers restarted = GatewayUsers.open(settings, cdf, KeyRing.in(file), clock)) {
            assertThat(restarted.list("plant", null, 10)).hasSize(2);
        }
    }

    @Test
    void aGatewayWithTheOldKeyReadsUsersOfTheNewOnesOnceItsFileHasBoth() {
        EncryptionKeyFile elsewhere = new EncryptionKeyFile(directory.resolve("elsewhere"));
        try (GatewayUsers users = GatewayUsers.open(settings, cdf, KeyRing.in(file), clock)) {
            EncryptionKey added = elsewhere.readOrCreate().get(0);
            KeyRing both = KeyRing.of(List.of(added, file.read().get(0)));
            NewUser user;
            try (GatewayUsers ahead = GatewayUsers.open(settings, cdf, both, clock)) {
                user = ahead.create("plant", cdf.nonce(), "admin");
            }
            CdfAccess access = login(users, user);
            assertThatThrownBy(access::accessToken).hasMessageStartingWith("The gateway has no encryption key");

            append(added);

            assertThat(access.accessToken().reveal()).startsWith("token-");
        }
    }

    @Test
    void nothingChangesWhenAKeyIsMissing() throws Exception {
        try (GatewayUsers users = GatewayUsers.open(settings, cdf, KeyRing.in(file), clock)) {
            users.create("plant", cdf.nonce(), "admin");
        }
        new StoreContent(settings).execute("UPDATE cdf_gateway.gateway_secrets SET key_id = 'lost'");
        file.addFirst();

        assertThatThrownBy(this::rotate).hasMessageStartingWith("The gateway has no encryption key lost");

        assertThat(keysInUse()).isEqualTo(Map.of(oldKey, 1L, "lost", 1L));
    }

    @Test
    void anInterruptedRotationIsFinishedByAnother() {
        GatewayUsers.open(settings, cdf, KeyRing.in(file), clock).close();
        String newKey = file.addFirst().id();

        assertThat(rotate()).isEqualTo(1);
        assertThat(rotate()).isZero();

        assertThat(keysInUse()).isEqualTo(Map.of(newKey, 1L));
    }

    @Test
    void isWrittenDown() {
        GatewayUsers.open(settings, cdf, KeyRing.in(file), clock).close();
        String newKey = file.addFirst().id();
        rotate();

        try (StoreOperations operations = StoreOperations.open(settings, clock)) {
            assertThat(operations.audit(EVERYTHING)).singleElement().satisfies(entry -> {
                assertThat(entry.actor()).isEqualTo("olga");
                assertThat(entry.action()).isEqualTo(Action.ROTATE_KEY);
                assertThat(entry.result()).isEqualTo(AuditEntry.DONE);
                assertThat(entry.detail()).isEqualTo("1 secrets, now encrypted with key " + newKey);
            });
        }
    }

    private int rotate() {
        return encryptWith(KeyRing.in(file));
    }

    private int encryptWith(KeyRing keys) {
        try (StoreOperations operations = StoreOperations.open(settings, clock)) {
            return operations.encryptWithFirst(keys, "olga");
        }
    }

    private Map<String, Long> keysInUse() {
        try (StoreOperations operations = StoreOperations.open(settings, clock)) {
            return operations.keysInUse();
        }
    }

    private void append(EncryptionKey key) {
        try {
            Path path = directory.resolve("key");
            Files.writeString(path, Files.readString(path) + key.toBase64().reveal() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CdfAccess login(GatewayUsers users, NewUser user) {
        return users.open(users.candidate(user.username()).user().orElseThrow()).access();
    }
}
