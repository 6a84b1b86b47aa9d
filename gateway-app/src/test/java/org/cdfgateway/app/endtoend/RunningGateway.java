package org.cdfgateway.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.access.EmulatedClient;

/** A gateway before an emulated CDF with sample data, and a user made through the HTTP API. All ports are free ones. */
public final class RunningGateway implements AutoCloseable {

    private final CdfEmulator cdf;
    private final LocalGateway gateway;
    private final DemoUser user;

    private RunningGateway(CdfEmulator cdf, LocalGateway gateway, DemoUser user) {
        this.cdf = cdf;
        this.gateway = gateway;
        this.user = user;
    }

    /** The caller closes it. */
    public static RunningGateway start(EmulatorSettings settings) {
        try {
            CdfEmulator cdf = CdfEmulator.start(settings);
            LocalGateway gateway = LocalGateway.start(cdf, Map.of());
            DemoUser user = gateway.signUp(EmulatorSettings.ADMIN).newUser();
            return new RunningGateway(cdf, gateway, user);
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
        return gateway.stateDirectory();
    }

    public int sqlPort() {
        return gateway.sqlPort();
    }

    public URI httpUrl() {
        return gateway.httpUrl();
    }

    /** Signs up as a client that CDF knows. */
    public SignUp signUp(EmulatedClient client) {
        return gateway.signUp(client);
    }

    /** Manages users as a client that CDF knows. */
    public AdminCalls adminCalls(EmulatedClient client) {
        return gateway.adminCalls(client);
    }

    public Connection connect() throws SQLException {
        return connect(user);
    }

    public Connection connect(DemoUser as) throws SQLException {
        return gateway.connect(as);
    }

    public Connection connect(DemoUser as, Map<String, String> driverProperties) throws SQLException {
        return gateway.connect(as, driverProperties);
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        cdf.close();
    }
}
