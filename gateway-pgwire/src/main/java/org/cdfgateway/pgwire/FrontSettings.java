package org.cdfgateway.pgwire;

import java.time.Duration;
import java.util.Optional;

/**
 * How the server for clients is run.
 *
 * @param port 0 for a free one
 * @param tls empty for plain text only
 * @param plainTextAllowed whether a client may log in without TLS
 * @param startupTimeout for everything from the connection to the end of the authentication
 * @param maxUnauthenticated connections that may be logging in at the same time
 * @param maxConnections sessions at the same time
 * @param maxMessageBytes bound of one message of a session: the longest statement or row to copy
 * @param stalledReaderTimeout after which a client that does not read is cut off; empty for never
 * @param shutdownTimeout how long {@link FrontServer#close} waits for clients to take their farewell
 */
public record FrontSettings(
        String host,
        int port,
        Optional<TlsFiles> tls,
        boolean plainTextAllowed,
        Duration startupTimeout,
        int maxUnauthenticated,
        int maxConnections,
        int maxMessageBytes,
        Optional<Duration> stalledReaderTimeout,
        Duration shutdownTimeout) {
    private static final int SMALLEST_MESSAGE_BOUND = 1024;

    public FrontSettings {
        require(maxUnauthenticated >= 1, "maxUnauthenticated", maxUnauthenticated, ">= 1");
        require(maxConnections >= 1, "maxConnections", maxConnections, ">= 1");
        require(maxMessageBytes >= SMALLEST_MESSAGE_BOUND, "maxMessageBytes", maxMessageBytes, ">= 1024");
        require(!startupTimeout.isNegative() && !startupTimeout.isZero(), "startupTimeout", startupTimeout, "> 0");
        require(plainTextAllowed || tls.isPresent(), "plainTextAllowed", false, "true, as there is no certificate");
    }

    /** Plain text and no certificate. */
    public static FrontSettings plain(String host, int port) {
        return new FrontSettings(
                host,
                port,
                Optional.empty(),
                true,
                Duration.ofSeconds(10),
                100,
                200,
                64 * 1024 * 1024,
                Optional.empty(),
                Duration.ofSeconds(5));
    }

    /** With this certificate, and nothing without TLS. */
    public FrontSettings withTls(TlsFiles files) {
        return new FrontSettings(
                host,
                port,
                Optional.of(files),
                false,
                startupTimeout,
                maxUnauthenticated,
                maxConnections,
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
