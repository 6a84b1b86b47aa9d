package org.cdfgateway.emulator.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cdfgateway.emulator.fault.Fault;
import org.cdfgateway.emulator.fault.Faults;
import org.cdfgateway.emulator.fault.RequestCounters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server on loopback: takes a request from its line to its answer. */
public final class HttpFront implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpFront.class);

    /** Requests answered at the same time; more of them wait. */
    private static final int MAX_THREADS = 96;

    private static final int BACKLOG = 512;
    private static final int MIN_COMPRESSED_BYTES = 512;
    private static final long IDLE_THREAD_SECONDS = 30;

    private final HttpServer server;
    private final ExecutorService threads = newThreads();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Routes routes;
    private final Gate gate;
    private final Faults faults;
    private final RequestCounters counters;

    private HttpFront(HttpServer server, Routes routes, Gate gate, Faults faults, RequestCounters counters) {
        this.server = server;
        this.routes = routes;
        this.gate = gate;
        this.faults = faults;
        this.counters = counters;
    }

    /**
     * @param port 0 for any free one
     * @throws IOException when the port is taken
     */
    public static HttpFront start(int port, Routes routes, Gate gate, Faults faults, RequestCounters counters)
            throws IOException {
        // The JDK's server reads these once, when its first instance is made. Without the first, small answers
        // wait 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        HttpFront front = new HttpFront(server, routes, gate, faults, counters);
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
            respond(exchange);
        } catch (IOException e) {
            log.debug("The client went away: {}", e.getMessage());
        } finally {
            exchange.close();
        }
    }

    private void respond(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Routes.Match match;
        try {
            match = routes.find(
                    exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
        } catch (ApiError e) {
            send(exchange, e.answer());
            return;
        } catch (IllegalArgumentException e) {
            send(
                    exchange,
                    ApiError.badRequest("Malformed path: " + e.getMessage()).answer());
            return;
        }
        counters.count(match.route().label());
        Fault fault = faults.take(match.route().label());
        if (fault instanceof Fault.Status status) {
            send(exchange, faultyAnswer(status));
        } else if (fault instanceof Fault.DropBefore) {
            log.debug("Dropping {} before its effect", match.route().label());
        } else {
            if (fault instanceof Fault.Delay delay) {
                delay(delay);
            }
            Answer answer = answer(exchange, match, body);
            if (fault instanceof Fault.DropAfter) {
                log.debug("Dropping {} after its effect", match.route().label());
            } else {
                send(exchange, answer);
            }
        }
    }

    private Answer answer(HttpExchange exchange, Routes.Match match, byte[] packedBody) {
        Headers headers = exchange.getRequestHeaders();
        try {
            Caller caller =
                    gate.admit(headers.getFirst("Authorization"), match.route().admission());
            byte[] body = "gzip".equals(headers.getFirst("Content-Encoding")) ? Gzip.expand(packedBody) : packedBody;
            Call call =
                    new Call(caller, match.variables(), exchange.getRequestURI().getRawQuery(), headers, body);
            match.route().admission().check(call);
            return match.route().endpoint().answer(call);
        } catch (ApiError e) {
            return e.answer();
        } catch (IOException | RuntimeException e) {
            log.error("{} failed", match.route().label(), e);
            return ApiError.of(500, "Internal server error").answer();
        }
    }

    private static Answer faultyAnswer(Fault.Status fault) {
        String body = fault.body();
        Answer answer = body == null
                ? ApiError.of(fault.code(), "Fault on demand").answer()
                : Answer.bytes(fault.code(), "application/json", body.getBytes(StandardCharsets.UTF_8));
        return answer.retryAfter(fault.retryAfter());
    }

    private void delay(Fault.Delay delay) {
        try {
            boolean stopping = closed.await(delay.duration().toNanos(), TimeUnit.NANOSECONDS);
            log.debug("Delayed by {}, stopping: {}", delay.duration(), stopping);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        headers.set("x-request-id", new UUID(random.nextLong(), random.nextLong()).toString());
        headers.set("Content-Type", answer.contentType());
        headers.set("vary", "Accept-Encoding");
        if (answer.retryAfter() != null) {
            headers.set("Retry-After", Long.toString(answer.retryAfter().toSeconds()));
        }
        Bytes body = answer.body();
        if (body.size() >= MIN_COMPRESSED_BYTES && acceptsGzip(exchange.getRequestHeaders())) {
            headers.set("Content-Encoding", "gzip");
            body = Gzip.compress(body);
        }
        exchange.sendResponseHeaders(answer.status(), body.size() == 0 ? -1 : body.size());
        exchange.getResponseBody().write(body.array(), 0, body.size());
    }

    private static boolean acceptsGzip(Headers headers) {
        @Nullable String accepted = headers.getFirst("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
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
