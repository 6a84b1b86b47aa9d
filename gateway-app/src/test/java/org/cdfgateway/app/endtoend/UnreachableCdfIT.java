package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.emulator.EmulatorSettings;
import org.junit.jupiter.api.Test;

class UnreachableCdfIT {

    @Test
    void isAnErrorOfItsOwn() throws Exception {
        try (RunningGateway gateway = RunningGateway.start(EmulatorSettings.defaults());
                Connection connection = gateway.connect()) {
            SignUp signUp = gateway.signUp(EmulatorSettings.ADMIN);
            Secret token = signUp.accessToken();
            Secret nonce = signUp.nonce(token);

            gateway.cdf().close();

            assertThatThrownBy(() -> Rows.of(connection, "SELECT * FROM assets"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("58030"))
                    .hasMessageContaining("CDF");
            assertThatThrownBy(() -> signUp.newUser(token, nonce))
                    .isInstanceOf(GatewayException.class)
                    .hasMessageContaining("answered 503");
            assertThat(Rows.of(connection, "SELECT 1")).containsExactly("1");
        }
    }
}
