package org.cdfgateway.app.demo;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cdfgateway.app.config.ConfigLoader;
import org.cdfgateway.app.wiring.Gateway;
import org.cdfgateway.app.wiring.StartedParts;

/**
 * A running demo: an emulated CDF, a gateway before it, and a user in it.
 *
 * @param sqlAddress where SQL clients connect
 * @param httpUrl base URL of the gateway's HTTP API
 */
public record Demo(InetSocketAddress sqlAddress, URI httpUrl, CdfProject cdf, DemoUser user) {

    /**
     * Starts everything; whoever owns {@code parts} stops it.
     *
     * @param progress gets a line for each step
     */
    public static Demo start(DemoOptions options, StartedParts parts, Consumer<String> progress) {
        options.environmentFile().map(EnvironmentFile::new).ifPresent(EnvironmentFile::forget);
        options.sqlPort().free();
        options.httpPort().free();
        int cdfPort = options.cdfPort().free();

        EarlierWrites earlier = new EarlierWrites(options.cdfDirectory());
        if (options.isFresh()) {
            earlier.forget();
        }
        boolean isNew = earlier.areNone();
        progress.accept("Starting the CDF emulator with " + options.scale() + " sample data ...");
        EmulatorProcess emulator = parts.add(EmulatorProcess.start(cdfPort, options.scale(), options.cdfDirectory()));

        // At the same time: a gateway asks nothing of CDF before its first user comes.
        progress.accept("Starting the gateway in " + options.effectiveStateDirectory() + " ...");
        DemoCertificate certificate = DemoCertificate.in(options.effectiveStateDirectory());
        Gateway gateway = Gateway.start(
                ConfigLoader.load(options.settings("http://127.0.0.1:" + cdfPort, certificate), Map.of()), parts);
        URI httpUrl = URI.create("http://127.0.0.1:" + gateway.httpAddress().getPort());
        CdfProject cdf = emulator.awaitReady();

        progress.accept("Creating a user ...");
        if (isNew) {
            // Those of earlier demos lost their CDF sessions with the emulator.
            gateway.deleteUsers(cdf.project(), "demo");
        }
        DemoUser user = new SignUp(cdf, httpUrl).newUser();
        Demo demo = new Demo(gateway.sqlAddress(), httpUrl, cdf, user);
        options.environmentFile().map(EnvironmentFile::new).ifPresent(file -> file.write(demo.environment()));
        return demo;
    }

    /** How scripts reach it, as {@code NAME=value} lines; those of PostgreSQL's clients first. */
    public List<String> environment() {
        List<String> lines = new ArrayList<>(List.of(
                "PGHOST=" + sqlAddress.getAddress().getHostAddress(),
                "PGPORT=" + sqlAddress.getPort(),
                "PGUSER=" + user.username(),
                "PGPASSWORD=" + user.password().reveal(),
                "PGDATABASE=" + user.username(),
                // TLS is there for clients that want it; scripts measure the gateway, not the cipher.
                "PGSSLMODE=disable",
                "GATEWAY_URL=" + httpUrl,
                "GATEWAY_PID=" + ProcessHandle.current().pid()));
        lines.addAll(CdfVariable.lines(cdf));
        return lines;
    }
}
