package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.emulator.EmulatorSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Managing users while they are connected. */
@ExtendWith(GatewayExtension.class)
class UsersIT {
    private static final String QUERY = "SELECT id FROM assets LIMIT 1";

    private final RunningGateway gateway;
    private final AdminCalls admin;

    UsersIT(RunningGateway gateway) {
        this.gateway = gateway;
        this.admin = gateway.adminCalls(EmulatorSettings.ADMIN);
    }

    @Test
    void aNewSessionHealsOpenConnections() throws Exception {
        DemoUser user = admin.signUp().newUser();
        try (Connection connection = gateway.connect(user)) {
            assertThat(Rows.of(connection, QUERY)).hasSize(1);
            admin.revokeSessionOf(user);

            assertThatThrownBy(() -> Rows.of(connection, QUERY))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("28000"))
                    .hasMessageContaining("nonce");

            admin.renew(user);

            assertThat(Rows.of(connection, QUERY)).hasSize(1);
        }
    }

    @Test
    void aDeletedUserIsOutAtOnce() throws Exception {
        DemoUser user = admin.signUp().newUser();
        try (Connection connection = gateway.connect(user)) {
            assertThat(Rows.of(connection, QUERY)).hasSize(1);

            admin.delete(user);

            assertThatThrownBy(() -> Rows.of(connection, QUERY))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).startsWith("57P"));
            assertThatThrownBy(() -> gateway.connect(user))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("28P01"));
            assertThat(admin.post("/byids", AdminCalls.named(user)).statusCode())
                    .isEqualTo(400);
        }
    }
}
