package org.cdfgateway.app.endtoend;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.cdfgateway.app.config.ConfigLoader;
import org.cdfgateway.app.demo.CdfProject;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.app.wiring.Gateway;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.access.EmulatedClient;

/** A gateway before an emulated CDF with sample data, and a user made through the HTTP API. All ports are free ones. */
public final class RunningGateway implements AutoCloseable {

    private final Path stateDirectory;
    private final CdfEmulator cdf;
    private final Gateway gateway;
    private final DemoUser user;

    private RunningGateway(Path stateDirectory, CdfEmulator cdf, Gateway gateway, DemoUser user) {
        this.stateDirectory = stateDirectory;
        this.cdf = cdf;
        this.gateway = gateway;
        this.user = user;
    }

    /** The caller closes it. */
    public static RunningGateway start(EmulatorSettings settings) {
        try {
            Path stateDirectory = Files.createTempDirectory("gateway-it");
            CdfEmulator cdf = CdfEmulator.start(settings);
            Gateway gateway = Gateway.start(ConfigLoader.load(
                    Map.ofEntries(
                            entry("gateway.cdf.url", cdf.baseUri().toString()),
                            entry("gateway.cdf.keep-budgets", "false"),
                            entry("gateway.cdf.tries", "3"),
                            entry("gateway.listen.address", "127.0.0.1"),
                            entry("gateway.listen.port", "0"),
                            entry("gateway.listen.public-host", "127.0.0.1"),
                            entry("gateway.listen.plain-text-allowed", "true"),
                            // Tests that mistype passwords must not lock out the others.
                            entry("gateway.logins.lock-out", "0"),
                            entry("gateway.http.port", "0"),
                            entry("gateway.http.plain-text", "true"),
                            entry("gateway.state-dir", stateDirectory.toString())),
                    Map.of()));
            DemoUser user = new SignUp(project(cdf, EmulatorSettings.ADMIN), httpUrl(gateway)).newUser();
            return new RunningGateway(stateDirectory, cdf, gateway, user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CdfEmulator cdf() {
        return cdf;
    }

    public DemoUser user() {
        return user;
    }

    public Path stateDirectory() {
        return stateDirectory;
    }

    public int sqlPort() {
        return gateway.sqlAddress().getPort();
    }

    public URI httpUrl() {
        return httpUrl(gateway);
    }

    /** Signs up as a client that CDF knows. */
    public SignUp signUp(EmulatedClient client) {
        return new SignUp(project(cdf, client), httpUrl());
    }

    public Connection connect() throws SQLException {
        return connect(user);
    }

    public Connection connect(DemoUser as) throws SQLException {
        return connect(as, Map.of());
    }

    public Connection connect(DemoUser as, Map<String, String> driverProperties) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(driverProperties);
        properties.setProperty("user", as.username());
        properties.setProperty("password", as.password().reveal());
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + sqlPort() + "/" + as.username(), properties);
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        cdf.close();
        deleteTree(stateDirectory);
    }

    private static URI httpUrl(Gateway gateway) {
        return URI.create("http://127.0.0.1:" + gateway.httpAddress().getPort());
    }

    static CdfProject project(CdfEmulator cdf, EmulatedClient client) {
        return new CdfProject(
                cdf.baseUri(), cdf.controlUri(), cdf.tokenUri(), "demo", client.id(), new Secret(client.secret()));
    }

    static void deleteTree(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
