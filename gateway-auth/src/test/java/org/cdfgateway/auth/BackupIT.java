package org.cdfgateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.auth.fake.FakeCdfSessions;
import org.cdfgateway.auth.fake.MovableClock;
import org.cdfgateway.auth.fixture.FreshStore;
import org.cdfgateway.auth.fixture.StoreContent;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.AuditEntry.Action;
import org.cdfgateway.auth.store.AuditFilter;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.auth.user.NewUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshStore.class)
class BackupIT {
    private static final AuditFilter EVERYTHING = new AuditFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 100);

    private final MovableClock clock = new MovableClock();
    private final FakeCdfSessions cdf = new FakeCdfSessions(clock);
    private final KeyRing keys = KeyRing.of(EncryptionKey.generate());

    private StoreSettings settings;
    private StoreContent content;
    private NewUser user;
    private byte[] backup;

    @BeforeEach
    void fillAndBackUp(StoreSettings fresh) {
        settings = fresh;
        content = new StoreContent(settings);
        try (GatewayUsers users = GatewayUsers.open(settings, cdf, keys, clock)) {
            user = users.create("plänt\tof \\ \"everything\"", cdf.nonce(), "anna");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (StoreOperations operations = StoreOperations.open(settings, clock)) {
            operations.backUp(out);
        }
        backup = out.toByteArray();
    }

    @Test
    void bringsBackEverythingIntoANewDatabase() throws SQLException {
        List<String> before = content.allRows();
        byte[] salt;
        try (GatewayUsers users = GatewayUsers.open(settings, cdf, keys, clock)) {
            salt = users.candidate("nobody").verifier().salt();
        }
        loseEverything();

        restore().close();

        assertThat(content.allRows())
                .containsAll(
                        before.stream().filter(row -> !row.contains(",SQL,V")).toList());
        try (GatewayUsers users = GatewayUsers.open(settings, cdf, keys, clock)) {
            assertThat(users.candidate(user.username()).user()).isPresent();
            assertThat(users.open(users.candidate(user.username()).user().orElseThrow())
                            .access()
                            .accessToken()
                            .reveal())
                    .startsWith("token-");
            assertThat(users.candidate("nobody").verifier().salt()).isEqualTo(salt);
        }
    }

    @Test
    void goesOnWithTheAudit() throws SQLException {
        loseEverything();

        try (StoreOperations restored = restore()) {
            assertThat(restored.audit(EVERYTHING))
                    .extracting(entry -> entry.actor() + " " + entry.action())
                    .containsExactly("anna " + Action.CREATE_USER, "olga " + Action.RESTORE);
        }
    }

    @Test
    void refusesToReplaceAStore() throws SQLException {
        List<String> before = content.allRows();

        assertThatThrownBy(this::restore).hasMessageStartingWith("There is a store already");

        assertThat(content.allRows()).isEqualTo(before);
    }

    @Test
    void refusesWhenTheKeyIsMissing() throws SQLException {
        loseEverything();

        assertThatThrownBy(() -> StoreOperations.restore(
                        settings, in(backup), KeyRing.of(EncryptionKey.generate()), "olga", clock))
                .hasMessage("What is in the backup was encrypted with keys that are missing: "
                        + keys.first().id() + ".");

        assertThat(content.allRows()).isEmpty();
    }

    @Test
    void leavesNothingOfABackupThatEndsTooEarly() throws SQLException {
        loseEverything();

        assertThatThrownBy(() -> StoreOperations.restore(
                        settings, in(Arrays.copyOf(backup, backup.length / 2)), keys, "olga", clock))
                .hasMessageContaining("backup");

        assertThat(content.allRows()).isEmpty();
    }

    @Test
    void refusesWhatIsNoBackup() {
        assertThatThrownBy(() -> StoreOperations.restore(
                        settings, in("PGDMP".getBytes(StandardCharsets.UTF_8)), keys, "olga", clock))
                .hasMessage("This is no backup of a gateway's store that can be read.");
    }

    private StoreOperations restore() {
        return StoreOperations.restore(settings, in(backup), keys, "olga", clock);
    }

    private void loseEverything() throws SQLException {
        content.execute("DROP SCHEMA cdf_gateway CASCADE");
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
