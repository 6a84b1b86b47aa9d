package org.cdfgateway.emulator.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import org.cdfgateway.emulator.wire.HttpListener;

/** An HTTP server on loopback with threads of its own. */
public final class HttpFront implements AutoCloseable {

    /** Requests answered at the same time; more of them wait. */
    private static final int MAX_WORKING = 96;

    private final HttpListener listener;
    private final CountDownLatch closed;

    private HttpFront(HttpListener listener, CountDownLatch closed) {
        this.listener = listener;
        this.closed = closed;
    }

    /**
     * @param port 0 for any free one
     * @throws IOException when the port is taken
     */
    public static HttpFront start(int port, Service service) throws IOException {
        CountDownLatch closed = new CountDownLatch(1);
        Reception reception = new Reception(service, new Sending(closed));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new HttpFront(HttpListener.start(address, "cdf-emulator", MAX_WORKING, reception::respond), closed);
    }

    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        closed.countDown();
        listener.close();
    }
}
