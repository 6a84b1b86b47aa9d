package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.auth.secret.EncryptionKeyFile;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.cdfgateway.engine.EmbeddedStore;
import org.cdfgateway.engine.StoreClusterSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways on one PostgreSQL that is not theirs, before a CDF whose tokens live for seconds. */
@TestInstance(Lifecycle.PER_CLASS)
class SharedStoreIT {
    private static final String QUERY = "SELECT id FROM assets LIMIT 1";
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(30);

    private CdfEmulator cdf;
    private EmbeddedStore store;
    private LocalGateway here;
    private LocalGateway there;
    private AdminCalls admin;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        cdf = CdfEmulator.start(
                EmulatorSettings.defaults().withVolume(new Volume(10, 10, 1, 1)).withTokenLife(TOKEN_LIFE));
        store = EmbeddedStore.start(StoreClusterSettings.in(directory.resolve("store")));
        Path keyFile = directory.resolve("key");
        new EncryptionKeyFile(keyFile).readOrCreate();
        Map<String, String> shared = Map.of(
                "gateway.store.url", store.jdbcUrl(),
                "gateway.store.user", store.user(),
                "gateway.store.password", store.password().reveal(),
                "gateway.store.encryption-key-file", keyFile.toString());
        here = LocalGateway.start(cdf, shared);
        there = LocalGateway.start(cdf, shared);
        admin = here.adminCalls(EmulatorSettings.ADMIN);
    }

    @AfterAll
    void stop() throws Exception {
        here.close();
        there.close();
        store.close();
        cdf.close();
    }

    @Test
    void aUserOfOneLogsInAtTheOther() throws SQLException {
        DemoUser user = admin.signUp().newUser();

        try (Connection connection = there.connect(user)) {
            assertThat(Rows.of(connection, QUERY)).hasSize(1);
        }
    }

    @Test
    void aDeletionAtOneEndsConnectionsToTheOther() throws SQLException {
        DemoUser user = admin.signUp().newUser();
        try (Connection connection = there.connect(user)) {
            assertThat(Rows.of(connection, QUERY)).hasSize(1);

            admin.delete(user);

            await("the other gateway notices").atMost(SOON).until(() -> !connection.isValid(5));
            assertThatThrownBy(() -> there.connect(user))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void aNewSessionAtOneHealsConnectionsToTheOther() throws SQLException {
        DemoUser user = admin.signUp().newUser();
        try (Connection connection = there.connect(user)) {
            admin.revokeSessionOf(user);
            assertThatThrownBy(() -> Rows.of(connection, QUERY))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("28000"));

            admin.renew(user);

            await("the other gateway notices")
                    .atMost(SOON)
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> assertThat(Rows.of(connection, QUERY)).hasSize(1));
        }
    }

    @Test
    void aTableOfOneAppearsInAnOpenSessionOfTheOther() throws SQLException {
        DemoUser user = admin.signUp().newUser();
        try (Connection connection = there.connect(user)) {
            assertThat(admin.post("/tables/" + user.username(), """
                            {"items": [{"type": "raw_rows", "tablename": "shared", "options": {"database": "s", "table": "t"},
                              "columns": {"a": {"type": "BIGINT"}}}]}""").statusCode())
                    .isEqualTo(200);

            await("the other gateway notices")
                    .atMost(SOON)
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> assertThat(Rows.of(connection, "SELECT count(*) FROM shared"))
                            .containsExactly("0"));

            admin.post("/tables/" + user.username() + "/delete", "{\"items\": [{\"tablename\": \"shared\"}]}");
            await("the other gateway notices")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThatThrownBy(() -> Rows.of(connection, "SELECT count(*) FROM shared"))
                            .hasMessageContaining("does not exist"));
        }
    }

    @Test
    void bothRefreshOneSessionAndNoStatementFails() throws Exception {
        DemoUser user = admin.signUp().newUser();

        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> statementsFor(here, user));
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> statementsFor(there, user));

        assertThat(one.get()).isGreaterThan(10);
        assertThat(other.get()).isGreaterThan(10);
    }

    /** Reads for the life of several tokens; the first failure ends it. */
    private static int statementsFor(LocalGateway gateway, DemoUser user) {
        int count = 0;
        long end = System.nanoTime() + TOKEN_LIFE.multipliedBy(3).toNanos();
        try (Connection connection = gateway.connect(user)) {
            while (System.nanoTime() < end) {
                assertThat(Rows.of(connection, QUERY)).hasSize(1);
                count++;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return count;
    }
}
