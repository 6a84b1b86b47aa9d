package org.cdfgateway.pgwire;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestGateway.Resolver.class)
class SessionIT {
    private final TestGateway gateway;

    SessionIT(TestGateway gateway) {
        this.gateway = gateway;
    }

    @BeforeEach
    void fill() {
        gateway.remote().reset(2_500);
    }

    @Test
    void selects() throws SQLException {
        try (Connection connection = gateway.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*), sum(id) FROM assets")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong(1)).isEqualTo(2_500);
            assertThat(rows.getLong(2)).isEqualTo(2_500L * 2_501 / 2);
        }
    }
}
