package org.cdfgateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.auth.fake.FakeCdfSessions;
import org.cdfgateway.auth.fake.MovableClock;
import org.cdfgateway.auth.fixture.FreshStore;
import org.cdfgateway.auth.fixture.StoreContent;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.auth.store.StoredTable;
import org.cdfgateway.auth.store.TableSet;
import org.cdfgateway.auth.table.TableChange;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshStore.class)
class GatewayTablesIT {
    private static final int LIMIT = 5;

    private final MovableClock clock = new MovableClock();
    private final FakeCdfSessions cdf = new FakeCdfSessions(clock);

    private GatewayUsers users;
    private GatewayTables tables;
    private StoreContent store;
    private String username;

    @BeforeEach
    void open(StoreSettings settings) {
        users = GatewayUsers.open(settings, cdf, KeyRing.of(List.of(EncryptionKey.generate())), clock);
        tables = users.tables();
        store = new StoreContent(settings);
        username = users.create("plant", cdf.nonce(), "admin").username();
    }

    @AfterEach
    void close() {
        users.close();
    }

    private static StoredTable table(String name) {
        return new StoredTable(name, "{\"v\": 1}", 1, Instant.ofEpochMilli(1_000));
    }

    private TableChange create(String... names) {
        return tables.create(
                        "plant",
                        username,
                        Arrays.stream(names).map(GatewayTablesIT::table).toList(),
                        LIMIT,
                        "admin")
                .orElseThrow();
    }

    private TableSet read() {
        return tables.read(username).orElseThrow();
    }

    @Test
    void keepsTablesByName() {
        assertThat(read()).isEqualTo(new TableSet(0, List.of()));

        TableChange created = create("b", "My table-1", "пумпа", "B");

        assertThat(created.conflicts()).isEmpty();
        assertThat(created.tables()).isEqualTo(read());
        assertThat(read())
                .isEqualTo(new TableSet(1, List.of(table("B"), table("My table-1"), table("b"), table("пумпа"))));
    }

    @Test
    void createsAllOrNone() {
        create("a");

        assertThat(create("b", "a").conflicts()).containsExactly("a");

        assertThat(read()).isEqualTo(new TableSet(1, List.of(table("a"))));
    }

    @Test
    void deletesAllOrNone() {
        create("a", "b");

        assertThat(tables.delete("plant", username, Set.of("a", "x"), false, "admin"))
                .map(TableChange::conflicts)
                .contains(List.of("x"));
        assertThat(read().tables()).hasSize(2);
        assertThat(tables.delete("plant", username, Set.of("a", "x"), true, "admin"))
                .map(TableChange::conflicts)
                .contains(List.of());
        assertThat(read()).isEqualTo(new TableSet(2, List.of(table("b"))));
        assertThat(tables.delete("plant", username, Set.of("x"), true, "admin"))
                .map(change -> change.tables().version())
                .contains(2L);
    }

    @Test
    void holdsTheLimit() {
        create("a", "b", "c");

        assertThatThrownBy(() -> create("d", "e", "f"))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.PROGRAM_LIMIT_EXCEEDED))
                .hasMessageContaining("has 3 custom tables and cannot have 3 more (limit: 5)");
    }

    @Test
    void knowsUsersOfTheProjectOnly() {
        assertThat(tables.create("refinery", username, List.of(table("a")), LIMIT, "stranger"))
                .isEmpty();
        assertThat(tables.delete("refinery", username, Set.of("a"), true, "stranger"))
                .isEmpty();
        assertThat(tables.read("nobody")).isEmpty();
    }

    @Test
    void tablesGoWithTheirUser() throws SQLException {
        create("a");
        users.delete("plant", username, "admin");

        assertThat(tables.read(username)).isEmpty();
        assertThat(tables.versions(List.of(username))).isEmpty();
        assertThat(store.query("SELECT name FROM cdf_gateway.custom_tables")).isEmpty();
    }

    @Test
    void countsChanges() {
        create("a");
        create("b");

        assertThat(tables.versions(List.of(username, "nobody"))).isEqualTo(Map.of(username, 2L));
    }

    @Test
    void writesDownWhoDidWhat() throws SQLException {
        create("a");
        tables.delete("plant", username, Set.of("a"), false, "other");

        assertThat(store.query("SELECT concat_ws(' ', actor, action, project, result, detail) FROM cdf_gateway.audit"
                        + " WHERE username = '" + username + "' AND action LIKE '%table' ORDER BY id"))
                .containsExactly("admin create_table plant done table a", "other delete_table plant done table a");
    }
}
