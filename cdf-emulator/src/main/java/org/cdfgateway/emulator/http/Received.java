package org.cdfgateway.emulator.http;

import java.util.Objects;
import org.cdfgateway.emulator.fault.Fault;
import org.cdfgateway.emulator.journal.Change;
import org.cdfgateway.emulator.wire.Exchange;
import org.cdfgateway.emulator.wire.Headers;
import org.cdfgateway.emulator.wire.Request;
import org.jspecify.annotations.Nullable;

/** What is known of a request once its call is. */
final class Received {

    private final Exchange exchange;
    private final Routes.Match match;
    private final @Nullable Fault fault;

    Received(Exchange exchange, Routes.Match match, @Nullable Fault fault) {
        this.exchange = exchange;
        this.match = match;
        this.fault = fault;
    }

    Received to(Routes.Match other) {
        return new Received(exchange, other, fault);
    }

    Exchange exchange() {
        return exchange;
    }

    Routes.Match match() {
        return match;
    }

    /** As sent. Not to be changed. */
    byte[] body() {
        return exchange.request().body();
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    String call() {
        return match.route().label();
    }

    Headers headers() {
        return exchange.request().headers();
    }

    /**
     * The part of the body that counts, unpacked.
     *
     * @throws ApiError 400 when it cannot be unpacked
     */
    byte[] effectiveBody() {
        byte[] whole = Gzip.unpack(body(), headers().get("Content-Encoding"));
        return fault instanceof Fault.Partial partial ? PartialBody.firstItems(whole, partial.part()) : whole;
    }

    /** The request as it can be carried out again. */
    Change change(Caller caller, int status) {
        boolean isWhole = !(fault instanceof Fault.Partial);
        Request request = exchange.request();
        Change.Line line = new Change.Line(
                request.method(),
                request.path(),
                request.query(),
                Objects.requireNonNullElse(headers().get("Content-Type"), ""),
                isWhole ? Objects.requireNonNullElse(headers().get("Content-Encoding"), "") : "");
        return new Change(
                Change.Api.CDF,
                new Change.Sender(caller.clientId(), caller.sessionId(), caller.tokenExpires()),
                line,
                isWhole ? body() : effectiveBody(),
                status);
    }
}
