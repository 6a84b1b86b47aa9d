package org.cdfgateway.app.admin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** The HTTP server of the API and the health checks. Closing it lets requests under way finish for a moment. */
public final class AdminServer implements AutoCloseable {

    /** Requests answered at the same time; each may wait for CDF. */
    private static final int THREADS = 16;

    private static final int BACKLOG = 64;
    private static final int STOP_SECONDS = 1;

    private final HttpServer server;
    private final ExecutorService threads;

    private AdminServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * @param address port 0 lets the operating system choose
     * @throws GatewayException IO_ERROR when the address cannot be listened on
     */
    public static AdminServer start(InetSocketAddress address, List<Route> routes) {
        // A client that sends slowly must not hold a thread for ever. The JDK's server reads this once, in seconds.
        System.setProperty("sun.net.httpserver.maxReqTime", System.getProperty("sun.net.httpserver.maxReqTime", "10"));
        HttpServer server;
        try {
            server = HttpServer.create(address, BACKLOG);
        } catch (IOException e) {
            throw new GatewayException(
                            ErrorKind.IO_ERROR, "the HTTP API cannot listen on " + address + ": " + e.getMessage())
                    .withHint("Set gateway.http.address and gateway.http.port to a free address.")
                    .causedBy(e);
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "admin-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", new AdminExchanges(routes));
        server.start();
        return new AdminServer(server, threads);
    }

    /** Where it listens, with the port that the operating system chose. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The JDK's own grace period would always be waited for to its end.
        server.stop(0);
        threads.shutdownNow();
    }
}
