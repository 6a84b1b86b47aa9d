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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.cdfgateway.app.config.ConfigLoader;
import org.cdfgateway.app.demo.CdfProject;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.app.wiring.Gateway;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.access.EmulatedClient;

/** A gateway before an emulated CDF that somebody else runs, with a state directory of its own. All ports are free ones. */
public final class LocalGateway implements AutoCloseable {
    private final CdfEmulator cdf;
    private final Path stateDirectory;
    private final Map<String, String> settings;
    private final Gateway gateway;

    private LocalGateway(CdfEmulator cdf, Path stateDirectory, Map<String, String> settings) {
        this.cdf = cdf;
        this.stateDirectory = stateDirectory;
        this.settings = settings;
        this.gateway = Gateway.start(ConfigLoader.load(settings, Map.of()));
    }

    /** In a new state directory. The caller closes it. */
    public static LocalGateway start(CdfEmulator cdf, Map<String, String> moreSettings) {
        try {
            return startIn(Files.createTempDirectory("gateway-it"), cdf, moreSettings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The caller closes it, which deletes the state directory. */
    public static LocalGateway startIn(Path stateDirectory, CdfEmulator cdf, Map<String, String> moreSettings) {
        Map<String, String> settings = new LinkedHashMap<>(settings(stateDirectory, cdf));
        settings.putAll(moreSettings);
        return new LocalGateway(cdf, stateDirectory, settings);
    }

    /** What a gateway needs to be told. */
    public static Map<String, String> settings(Path stateDirectory, CdfEmulator cdf) {
        return Map.ofEntries(
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
                entry("gateway.state-dir", stateDirectory.toString()));
    }

    public static CdfProject project(CdfEmulator cdf, EmulatedClient client) {
        return new CdfProject(
                cdf.baseUri(), cdf.controlUri(), cdf.tokenUri(), "demo", client.id(), new Secret(client.secret()));
    }

    /** Writes the gateway's configuration, as a command would be given it. */
    public Path configFile() {
        return configFile(stateDirectory, settings);
    }

    public static Path configFile(Path directory, Map<String, String> settings) {
        try {
            return Files.writeString(
                    directory.resolve("gateway.properties"),
                    settings.entrySet().stream()
                            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path stateDirectory() {
        return stateDirectory;
    }

    public int sqlPort() {
        return gateway.sqlAddress().getPort();
    }

    public URI httpUrl() {
        return URI.create("http://127.0.0.1:" + gateway.httpAddress().getPort());
    }

    /** Signs up as a client that CDF knows. */
    public SignUp signUp(EmulatedClient client) {
        return new SignUp(project(cdf, client), httpUrl());
    }

    /** Manages users as a client that CDF knows. */
    public AdminCalls adminCalls(EmulatedClient client) {
        return new AdminCalls(cdf, signUp(client), httpUrl());
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

    /** Stops the gateway and leaves its files. */
    public void stop() {
        gateway.close();
    }

    @Override
    public void close() throws IOException {
        stop();
        deleteTree(stateDirectory);
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
