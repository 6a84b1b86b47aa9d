package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.domain.identity.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GatewayExtension.class)
class LoginIT {

    @Test
    void letsItsUserIntoTheDatabaseOfThatName(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            assertThat(Rows.of(
                            connection,
                            "SELECT current_database() = '" + gateway.user().username() + "'"))
                    .containsExactly("t");
        }
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownUserAlike(RunningGateway gateway) {
        DemoUser wrong = new DemoUser(gateway.user().username(), new Secret("wrong"));
        DemoUser unknown = new DemoUser("nobody", new Secret("wrong"));

        assertThatThrownBy(() -> gateway.connect(wrong))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo("28P01"))
                .hasMessage("FATAL: password authentication failed for user \"" + wrong.username() + "\"");
        assertThatThrownBy(() -> gateway.connect(unknown))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo("28P01"))
                .hasMessage("FATAL: password authentication failed for user \"nobody\"");
    }
}
