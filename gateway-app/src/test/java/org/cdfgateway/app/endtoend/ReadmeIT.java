package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;

/** Every SQL statement that the documentation shows works. */
@ExtendWith(GatewayExtension.class)
class ReadmeIT {

    @TestFactory
    Stream<DynamicTest> runsEveryStatement(RunningGateway gateway) throws SQLException {
        Connection connection = gateway.connect();
        List<String> statements = SqlFile.statements(Path.of("..", "README.md"));
        return statements.stream()
                .map(sql -> DynamicTest.dynamicTest(
                        sql, () -> assertThatCode(() -> run(connection, sql)).doesNotThrowAnyException()))
                .onClose(() -> {
                    try {
                        connection.close();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static void run(Connection connection, String sql) throws SQLException, IOException {
        if (sql.startsWith("COPY")) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, Writer.nullWriter());
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
