package org.cdfgateway.app.admin;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** The HTTP server of the API and the health checks. Closing it lets requests under way finish for a moment. */
public final class AdminServer implements AutoCloseable {

    /**
     * Connections served at the same time. Many, because each may wait for CDF, or for a client that is slow with its
     * handshake or its request.
     */
    private static final int THREADS = 128;

    private static final int IDLE_SECONDS = 30;

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private static final int BACKLOG = 64;
    private static final int STOP_SECONDS = 1;

    private final HttpServer server;
    private final ExecutorService threads;

    private AdminServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** @throws GatewayException IO_ERROR when the address cannot be listened on */
    public static AdminServer start(AdminSettings settings, List<Route> routes) {
        // A client that sends slowly must not hold a thread for ever. The JDK's server reads this once, in seconds.
        System.setProperty("sun.net.httpserver.maxReqTime", System.getProperty("sun.net.httpserver.maxReqTime", "10"));
        HttpServer server;
        try {
            server = settings.tls().isPresent()
                    ? encrypted(settings.address(), settings.tls().get())
                    : HttpServer.create(settings.address(), BACKLOG);
        } catch (IOException e) {
            throw new GatewayException(
                            ErrorKind.IO_ERROR,
                            "the HTTP API cannot listen on " + settings.address() + ": " + e.getMessage())
                    .withHint("Set gateway.http.address and gateway.http.port to a free address.")
                    .causedBy(e);
        }
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "admin-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        server.createContext("/", new AdminExchanges(routes, settings.allowed()));
        server.start();
        return new AdminServer(server, threads);
    }

    private static HttpServer encrypted(InetSocketAddress address, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(address, BACKLOG);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = tls.getDefaultSSLParameters();
                parameters.setProtocols(PROTOCOLS);
                connection.setSSLParameters(parameters);
            }
        });
        return server;
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
