package org.cdfgateway.app.secrecy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands before CDF, passes everything on, and remembers the secrets that go by. */
final class RecordingProxy implements AutoCloseable {
    private static final Pattern SECRETS =
            Pattern.compile("\"(?:accessToken|access_token|sessionKey|nonce)\"\\s*:\\s*\"([^\"]+)\"");
    private static final Set<String> PASSED_ON =
            Set.of("authorization", "content-type", "content-encoding", "accept", "accept-encoding");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final URI target;
    private final HttpServer server;

    private RecordingProxy(URI target) throws IOException {
        this.target = target;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    static RecordingProxy before(URI target) throws IOException {
        return new RecordingProxy(target);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(target + exchange.getRequestURI().toString()))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            rememberToken(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            remember(new String(response.body(), StandardCharsets.UTF_8));
            response.headers().map().forEach((name, values) -> {
                if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            exchange.sendResponseHeaders(
                    response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rememberToken(List<String> headers) {
        headers.forEach(header -> secrets.add(header.replaceFirst("(?i)^bearer ", "")));
    }

    private void remember(String body) {
        for (Matcher found = SECRETS.matcher(body); found.find(); ) {
            secrets.add(found.group(1));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
