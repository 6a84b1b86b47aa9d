package org.cdfgateway.pgwire;

import java.time.Duration;
import java.util.Optional;
import org.cdfgateway.pgwire.admission.LoginLimits;
import org.cdfgateway.pgwire.admission.StatementLimits;

/**
 * How the server for clients is run.
 *
 * @param port 0 for a free one
 * @param maxConnections sessions at the same time
 * @param maxMessageBytes bound of one message of a session: the longest statement or row to copy
 * @param stalledReaderTimeout after which a client that does not read is cut off; empty for never
 * @param shutdownTimeout how long {@link FrontServer#close} waits for clients to take their farewell
 */
public record FrontSettings(
        String host,
        int port,
        TransportSettings transport,
        LoginLimits logins,
        int maxConnections,
        StatementLimits statements,
        int maxMessageBytes,
        Optional<Duration> stalledReaderTimeout,
        Duration shutdownTimeout) {
    private static final int SMALLEST_MESSAGE_BOUND = 1024;

    public FrontSettings {
        require(maxConnections >= 1, "maxConnections", maxConnections, ">= 1");
        require(maxMessageBytes >= SMALLEST_MESSAGE_BOUND, "maxMessageBytes", maxMessageBytes, ">= 1024");
    }

    /** Plain text and no certificate. */
    public static FrontSettings plain(String host, int port) {
        return new FrontSettings(
                host,
                port,
                TransportSettings.PLAIN,
                LoginLimits.DEFAULT.withTimeout(Duration.ofSeconds(10)),
                200,
                StatementLimits.DEFAULT,
                64 * 1024 * 1024,
                Optional.empty(),
                Duration.ofSeconds(5));
    }

    public FrontSettings with(TransportSettings other) {
        return new FrontSettings(
                host,
                port,
                other,
                logins,
                maxConnections,
                statements,
                maxMessageBytes,
                stalledReaderTimeout,
                shutdownTimeout);
    }

    public FrontSettings with(LoginLimits other) {
        return new FrontSettings(
                host,
                port,
                transport,
                other,
                maxConnections,
                statements,
                maxMessageBytes,
                stalledReaderTimeout,
                shutdownTimeout);
    }

    public FrontSettings with(StatementLimits other) {
        return new FrontSettings(
                host,
                port,
                transport,
                logins,
                maxConnections,
                other,
                maxMessageBytes,
                stalledReaderTimeout,
                shutdownTimeout);
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
