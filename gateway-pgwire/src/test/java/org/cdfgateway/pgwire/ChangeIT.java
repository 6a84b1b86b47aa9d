package org.cdfgateway.pgwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cdfgateway.pgwire.Sql.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import org.cdfgateway.pgwire.FakeRemoteSessions.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the data side learns of the session while an UPDATE or DELETE runs. */
@ExtendWith(TestGateway.Resolver.class)
class ChangeIT {
    private static final String DELETE = "DELETE FROM assets WHERE id = 5";
    private static final String STRICT = "SET cdf.strict_keys = on";

    private final TestGateway gateway;
    private Connection session;

    ChangeIT(TestGateway gateway) throws SQLException {
        this.gateway = gateway;
        await("earlier sessions are over").until(() -> gateway.remote().openSessions() == 0);
        gateway.remote().reset(0);
        this.session = gateway.connect();
    }

    @AfterEach
    void disconnect() throws SQLException {
        session.close();
    }

    @Test
    void tellsLoneChangesOfBothProtocols() throws SQLException {
        run(session, DELETE);
        run(session, "UPDATE assets SET name = 'x' WHERE id = 5");
        changePrepared(8);

        assertThat(gateway.remote().changes()).hasSize(10).allMatch(Change::lone);
    }

    @Test
    void tellsChangesOfTransactionsAndBatchesApart() throws SQLException {
        session.setAutoCommit(false);
        run(session, DELETE);
        changePrepared(2);
        session.commit();
        session.setAutoCommit(true);
        run(session, "SELECT 1; " + DELETE);
        run(session, "WITH old AS (DELETE FROM assets WHERE id = 5) SELECT 1");
        try (PreparedStatement statement = session.prepareStatement("DELETE FROM assets WHERE id = ?")) {
            for (long id = 1; id <= 3; id++) {
                statement.setLong(1, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }

        assertThat(gateway.remote().changes()).hasSizeGreaterThanOrEqualTo(7).noneMatch(Change::lone);
    }

    @Test
    void strictKeysAreOffAtFirst() throws SQLException {
        assertThat(run(session, "SHOW cdf.strict_keys")).containsExactly("off");
        assertThat(strictness()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STRICT,
                "SET SESSION CDF.Strict_Keys TO 'TRUE'",
                "SELECT set_config('cdf.' || 'strict' || '_keys', 'yes', false)",
                "PREPARE p AS SELECT set_config('cdf.strict_keys', 'on', false); EXECUTE p",
            })
    void turnsStrictKeysOn(String sql) throws SQLException {
        run(session, sql);

        assertThat(strictness()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESET cdf.strict_keys", "RESET ALL", "DISCARD ALL", "SET cdf.strict_keys TO DEFAULT"})
    void turnsStrictKeysOffAgain(String sql) throws SQLException {
        run(session, STRICT);
        run(session, sql);

        assertThat(strictness()).isFalse();
    }

    @Test
    void strictKeysFollowTransactions() throws SQLException {
        session.setAutoCommit(false);
        run(session, "SET LOCAL cdf.strict_keys = on");
        assertThat(strictness()).isTrue();
        session.commit();
        assertThat(strictness()).isFalse();

        run(session, STRICT);
        assertThatThrownBy(() -> run(session, "SELECT 1/0")).isInstanceOf(SQLException.class);
        session.rollback();
        assertThat(strictness()).isFalse();
    }

    @Test
    void asksWithoutTakingSnapshot() throws SQLException {
        run(session, STRICT);

        assertThat(run(session, "BEGIN")).isEmpty();
        run(session, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        assertThat(run(session, "SHOW transaction_isolation; COMMIT")).containsExactly("repeatable read");
    }

    @Test
    void refusesOtherValues() {
        assertThatThrownBy(() -> run(session, "SELECT set_config('cdf.strict_keys', 'maybe', false)"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"));
    }

    @Test
    void takesStrictKeysFromStartup() throws SQLException {
        Properties options = new Properties();
        options.setProperty("options", "-c CDF.strict_keys=on");
        session.close();
        session = TestGateway.connect(gateway.front(), FakeLogins.USER, FakeLogins.PASSWORD, options);

        assertThat(strictness()).isTrue();
        run(session, "SET cdf.strict_keys = off");
        assertThat(strictness()).isFalse();
        run(session, "DISCARD ALL");
        assertThat(strictness()).isTrue();
    }

    /** Of the last change. */
    private boolean strictness() throws SQLException {
        gateway.remote().changes().clear();
        run(session, DELETE);
        assertThat(gateway.remote().changes()).hasSize(1);
        return gateway.remote().changes().get(0).strict();
    }

    private void changePrepared(int times) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement("DELETE FROM assets WHERE id = ?")) {
            for (long id = 1; id <= times; id++) {
                statement.setLong(1, id);
                statement.executeUpdate();
            }
        }
    }
}
