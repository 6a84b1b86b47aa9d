package org.cdfgateway.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server on loopback with threads of its own. */
public final class HttpFront implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpFront.class);

    /** Requests answered at the same time; more of them wait. */
    private static final int MAX_THREADS = 96;

    private static final int BACKLOG = 512;
    private static final long IDLE_THREAD_SECONDS = 30;

    private final HttpServer server;
    private final ExecutorService threads = newThreads();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Reception reception;

    private HttpFront(HttpServer server, Service service) {
        this.server = server;
        this.reception = new Reception(service, new Sending(closed));
    }

    /**
     * @param port 0 for any free one
     * @throws IOException when the port is taken
     */
    public static HttpFront start(int port, Service service) throws IOException {
        // The JDK's server reads these once, when its first instance is made. Without the first, small answers
        // wait 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        HttpFront front = new HttpFront(server, service);
        server.setExecutor(front.threads);
        server.createContext("/", front::handle);
        server.start();
        return front;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) {
        try {
            reception.respond(exchange);
        } catch (IOException e) {
            log.debug("The client went away: {}", e.getMessage());
        } finally {
            exchange.close();
        }
    }

    private static ExecutorService newThreads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MAX_THREADS, MAX_THREADS, IDLE_THREAD_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "cdf-emulator-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
