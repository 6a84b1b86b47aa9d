package org.cdfgateway.pgwire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.engine.EmbeddedEngine;
import org.cdfgateway.engine.EngineSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postgresql.PGConnection;

/** A real engine between both servers, with made-up rows at the far end; started once for all test classes. */
public final class TestGateway implements AutoCloseable {
    private final Path state;
    private final FakeRemoteSessions remote = new FakeRemoteSessions();
    private final ScanServer scan;
    private final EmbeddedEngine engine;
    private final FrontServer front;

    /** Hands the one gateway to tests. */
    public static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestGateway.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(TestGateway.class, unused -> new TestGateway(), TestGateway.class);
        }
    }

    private TestGateway() {
        try {
            state = Files.createTempDirectory("pgwire-it");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        scan = ScanServer.start(ScanServerSettings.loopback(), remote);
        engine = EmbeddedEngine.start(EngineSettings.in(state), BuiltInTables.ALL, scan.endpoint());
        front = start(FrontSettings.plain("127.0.0.1", 0));
    }

    public FakeRemoteSessions remote() {
        return remote;
    }

    public FrontServer front() {
        return front;
    }

    /** Another server for clients; the caller closes it. */
    public FrontServer start(FrontSettings settings) {
        return start(settings, engine);
    }

    /** As {@link #start(FrontSettings)}, with another engine. */
    public FrontServer start(FrontSettings settings, EngineDatabases engines) {
        return FrontServer.start(
                settings,
                new FakeLogins(),
                engines,
                user -> new FakeGuard(),
                (sql, owner) -> List.of("Summary: " + sql),
                scan);
    }

    public Connection connect() throws SQLException {
        return connect(front, FakeLogins.USER, FakeLogins.PASSWORD, new Properties());
    }

    public static Connection connect(FrontServer server, String user, String password, Properties more)
            throws SQLException {
        Properties properties = new Properties();
        properties.putAll(more);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.address().getPort() + "/" + user, properties);
    }

    /** As an administrator of the engine would: SIGTERM. */
    public void terminate(Connection session) throws SQLException {
        assertThat(backend(session).destroy()).isTrue();
    }

    /** As the kernel would when memory is short: SIGKILL, which resets all sessions of the engine. */
    public void kill(Connection session) throws SQLException {
        assertThat(backend(session).destroyForcibly()).isTrue();
    }

    private static ProcessHandle backend(Connection session) throws SQLException {
        return ProcessHandle.of(session.unwrap(PGConnection.class).getBackendPID())
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        front.close();
        engine.close();
        scan.close();
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
