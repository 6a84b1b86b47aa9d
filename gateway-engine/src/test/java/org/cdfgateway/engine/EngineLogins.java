package org.cdfgateway.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.cdfgateway.domain.port.outbound.EngineDatabases.EngineLogin;
import org.jspecify.annotations.Nullable;

/** Plain JDBC with the login that the engine gives out. */
public final class EngineLogins {

    private EngineLogins() {}

    public static Connection connect(EngineLogin login) throws SQLException {
        return connect(login, login.database());
    }

    public static Connection connect(EngineLogin login, String database) throws SQLException {
        return connect(login, database, "");
    }

    /** @param options as the start-up message has them, for example {@code -c work_mem=1MB} */
    public static Connection connectWithOptions(EngineLogin login, String options) throws SQLException {
        return connect(login, login.database(), options);
    }

    private static Connection connect(EngineLogin login, String database, String options) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("options", options);
        properties.setProperty("user", login.role());
        properties.setProperty("password", login.password().reveal());
        properties.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + login.address().getPort() + "/" + database, properties);
    }

    /** Runs one statement and returns the rows' first columns; empty for a statement without rows. */
    public static List<@Nullable String> run(Connection connection, String sql) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
            }
        }
        return values;
    }

    /** The SQLSTATE that a statement fails with, or its rows in brackets when it does not fail. */
    public static String stateOf(Connection connection, String sql) {
        try {
            return run(connection, sql).toString();
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }
}
