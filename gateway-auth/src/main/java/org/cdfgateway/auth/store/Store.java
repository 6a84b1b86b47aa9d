package org.cdfgateway.auth.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * The gateway's own database, which several gateways may share. Holds a small pool of connections. Safe for use by
 * several threads; every call blocks. Whoever opens it closes it.
 */
public final class Store implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    private final StoreSettings settings;
    private final HikariDataSource connections;

    private Store(StoreSettings settings, HikariDataSource connections) {
        this.settings = settings;
        this.connections = connections;
    }

    /**
     * Connects and brings the tables up to date. Several gateways may do so at the same time.
     *
     * @throws GatewayException IO_ERROR at once when the store cannot be reached or its tables cannot be made
     */
    public static Store open(StoreSettings settings) {
        Store store = connect(settings);
        try {
            store.migrate(Optional.empty());
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Connects and leaves the tables as they are, if there are any.
     *
     * @throws GatewayException IO_ERROR at once when the store cannot be reached
     */
    public static Store connect(StoreSettings settings) {
        return new Store(settings, pool(settings));
    }

    /**
     * Brings the tables up to date.
     *
     * @param version up to this one; empty for all that this gateway knows
     * @throws GatewayException IO_ERROR when they cannot be made, or the version is unknown
     */
    public void migrate(Optional<String> version) {
        new Migrations(connections, settings.place()).run(version);
    }

    /**
     * Runs {@code work} in a transaction, which is committed when it returns and rolled back when it throws.
     *
     * @throws GatewayException IO_ERROR when the store fails or cannot be reached; then it is not known whether the
     *     transaction took place
     */
    public <T> T inTransaction(Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            // a connection closed with a transaction open is rolled back by the pool
            connection.setAutoCommit(false);
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw unusable(settings, e);
        }
    }

    /** {@link #inTransaction} for work that has no result. */
    public void change(Change change) {
        inTransaction(connection -> {
            change.run(connection);
            return true;
        });
    }

    @Override
    public void close() {
        connections.close();
    }

    private static HikariDataSource pool(StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("gateway-store");
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password().reveal());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        // one attempt: who starts the gateway learns at once that the address is wrong
        config.setInitializationFailTimeout(1);
        config.addDataSourceProperty("ApplicationName", "cdf-gateway");
        config.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT_TIMEOUT.toSeconds()));
        config.addDataSourceProperty("socketTimeout", String.valueOf(ANSWER_TIMEOUT.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // PostgreSQL's details quote rows
        config.addDataSourceProperty("logServerErrorDetail", "false");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw unusable(settings, e);
        }
    }

    private static GatewayException unusable(StoreSettings settings, Exception cause) {
        Throwable reason = cause.getCause() instanceof SQLException first ? first : cause;
        return new GatewayException(
                        ErrorKind.IO_ERROR,
                        "The gateway's store " + settings.place() + " cannot be used: " + reason.getMessage())
                .withHint("Check the store's address, user and password, and that its PostgreSQL is running.")
                .causedBy(cause);
    }

    /** Something to do in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Something to change in one transaction. */
    @FunctionalInterface
    public interface Change {
        void run(Connection connection) throws SQLException;
    }
}
