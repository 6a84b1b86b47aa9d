package org.cdfgateway.app.admin;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.pgwire.admission.AllowedAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns HTTP exchanges into requests, finds the route, and writes answers and errors in CDF's form. */
final class AdminExchanges implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(AdminExchanges.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BEARER = "bearer ";

    private final List<Route> routes;
    private final AllowedAddresses allowed;

    AdminExchanges(List<Route> routes, AllowedAddresses allowed) {
        this.routes = List.copyOf(routes);
        this.allowed = allowed;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String requestId = UUID.randomUUID().toString();
        try (exchange) {
            AdminResponse response = answer(exchange, requestId);
            byte[] body = JSON.writeValueAsBytes(response.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("x-request-id", requestId);
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private AdminResponse answer(HttpExchange exchange, String requestId) {
        try {
            return route(exchange);
        } catch (ApiException e) {
            return error(e.status(), String.valueOf(e.getMessage()), e.missing(), e.duplicated());
        } catch (GatewayException e) {
            LOG.warn("request {} failed: {}: {}", requestId, e.kind(), e.text());
            return error(HttpStatus.of(e.kind()), sentences(e));
        } catch (IOException e) {
            return error(HttpStatus.BAD_REQUEST, "request body cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("request {} failed", requestId, e);
            return error(HttpStatus.INTERNAL_ERROR, "internal error, see the gateway's log for request " + requestId);
        }
    }

    private AdminResponse route(HttpExchange exchange) throws IOException {
        InetAddress client = exchange.getRemoteAddress().getAddress();
        if (!allowed.contains(client)) {
            throw new ApiException(
                    HttpStatus.FORBIDDEN, "connections from host " + client.getHostAddress() + " are not allowed");
        }
        String path = exchange.getRequestURI().getRawPath();
        boolean pathKnown = false;
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.match(path);
            pathKnown |= parameters.isPresent();
            if (parameters.isPresent() && route.method().equals(exchange.getRequestMethod())) {
                AdminRequest request = new AdminRequest(
                        parameters.get(),
                        QueryParameters.of(exchange.getRequestURI().getRawQuery()),
                        bearerToken(exchange),
                        BoundedBody.read(exchange));
                return route.endpoint().answer(request);
            }
        }
        throw pathKnown
                ? new ApiException(
                        HttpStatus.METHOD_NOT_ALLOWED, "method " + exchange.getRequestMethod() + " is not allowed here")
                : new ApiException(HttpStatus.NOT_FOUND, "no such path");
    }

    private static Optional<Secret> bearerToken(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(token -> !token.isEmpty())
                .map(Secret::new);
    }

    /** CDF's errors have one text only: what happened, what CDF said, and what to do stand in it one after the other. */
    static String sentences(GatewayException failure) {
        return Stream.of(Optional.of(failure.text()), failure.detail(), failure.hint())
                .flatMap(Optional::stream)
                .flatMap(String::lines)
                .map(line -> line.endsWith(".") ? line : line + ".")
                .collect(Collectors.joining(" "));
    }

    private static AdminResponse error(int status, String message) {
        return error(status, message, List.of(), List.of());
    }

    private static AdminResponse error(
            int status, String message, List<Map<String, String>> missing, List<Map<String, String>> duplicated) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", status);
        error.put("message", message);
        if (!missing.isEmpty()) {
            error.put("missing", missing);
        }
        if (!duplicated.isEmpty()) {
            error.put("duplicated", duplicated);
        }
        return new AdminResponse(status, Map.of("error", error));
    }
}
