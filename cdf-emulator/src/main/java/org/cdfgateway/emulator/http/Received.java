package org.cdfgateway.emulator.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.Objects;
import org.cdfgateway.emulator.fault.Fault;
import org.cdfgateway.emulator.journal.Change;
import org.jspecify.annotations.Nullable;

/** What is known of a request once its call is. */
final class Received {

    private final HttpExchange exchange;
    private final Routes.Match match;
    private final byte[] body;
    private final @Nullable Fault fault;

    /** @param body as sent, owned by this from now on */
    Received(HttpExchange exchange, Routes.Match match, byte[] body, @Nullable Fault fault) {
        this.exchange = exchange;
        this.match = match;
        this.body = body;
        this.fault = fault;
    }

    Received to(Routes.Match other) {
        return new Received(exchange, other, body, fault);
    }

    HttpExchange exchange() {
        return exchange;
    }

    Routes.Match match() {
        return match;
    }

    /** As sent. Not to be changed. */
    byte[] body() {
        return body;
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    String call() {
        return match.route().label();
    }

    Headers headers() {
        return exchange.getRequestHeaders();
    }

    /**
     * The part of the body that counts, unpacked.
     *
     * @throws ApiError 400 when it cannot be unpacked
     */
    byte[] effectiveBody() {
        byte[] whole = Gzip.unpack(body, headers().getFirst("Content-Encoding"));
        return fault instanceof Fault.Partial partial ? PartialBody.firstItems(whole, partial.part()) : whole;
    }

    /** The request as it can be carried out again. */
    Change change(Caller caller, int status) {
        boolean isWhole = !(fault instanceof Fault.Partial);
        Change.Line line = new Change.Line(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                Objects.requireNonNullElse(headers().getFirst("Content-Type"), ""),
                isWhole ? Objects.requireNonNullElse(headers().getFirst("Content-Encoding"), "") : "");
        return new Change(
                Change.Api.CDF,
                new Change.Sender(caller.clientId(), caller.sessionId(), caller.tokenExpires()),
                line,
                isWhole ? body : effectiveBody(),
                status);
    }
}
