package org.cdfgateway.engine.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** Picks a port on loopback. Another process may take it before PostgreSQL does, so be ready to pick again. */
final class FreePort {

    /** Below 32768, where Linux begins to give out ports to outgoing connections, so that a restart finds its port free. */
    private static final int LOWEST = 20_000;

    private static final int COUNT = 12_000;
    private static final int ATTEMPTS = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FreePort() {}

    static int pick() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = LOWEST + RANDOM.nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new GatewayException(
                        ErrorKind.CANNOT_CONNECT_NOW,
                        "found no free port on loopback between " + LOWEST + " and " + (LOWEST + COUNT))
                .withHint("Stop programs that listen on many ports.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
