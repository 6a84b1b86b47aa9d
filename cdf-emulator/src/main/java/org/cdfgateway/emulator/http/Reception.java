package org.cdfgateway.emulator.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cdfgateway.emulator.fault.Fault;
import org.cdfgateway.emulator.traffic.BudgetPlan;
import org.cdfgateway.emulator.traffic.Throttle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request from its line to its answer: route, fault, token and rights, budgets, latency, endpoint. For any number
 * of threads.
 */
final class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final Service service;
    private final Sending sending;

    Reception(Service service, Sending sending) {
        this.service = service;
        this.sending = sending;
    }

    /** What is known of a request once its call is. */
    private static final class Received {
        private final HttpExchange exchange;
        private final Routes.Match match;
        private final byte[] body;
        private final @Nullable Fault fault;

        Received(HttpExchange exchange, Routes.Match match, byte[] body, @Nullable Fault fault) {
            this.exchange = exchange;
            this.match = match;
            this.body = body;
            this.fault = fault;
        }

        String call() {
            return match.route().label();
        }
    }

    void respond(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Routes.Match match;
        try {
            match = service.routes()
                    .get()
                    .find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
        } catch (ApiError e) {
            sending.send(exchange, e.answer());
            return;
        } catch (IllegalArgumentException e) {
            ApiError malformed = ApiError.badRequest("Malformed path: " + e.getMessage());
            sending.send(exchange, malformed.answer());
            return;
        }
        String call = match.route().label();
        service.counters().request(call);
        Received received =
                new Received(exchange, match, body, service.weather().faults().take(call));
        if (received.fault instanceof Fault.Status status) {
            sending.pause(service.weather().latency(call));
            send(received, faultyAnswer(status));
        } else if (received.fault instanceof Fault.DropBefore) {
            log.debug("Dropping {} before its effect", call);
        } else {
            admit(received);
        }
    }

    private void admit(Received received) throws IOException {
        Caller caller;
        try {
            caller = service.gate()
                    .admit(
                            received.exchange.getRequestHeaders().getFirst("Authorization"),
                            received.match.route().admission());
        } catch (ApiError e) {
            send(received, e.answer());
            return;
        }
        Throttle.Pass pass = service.throttle().request(received.call(), caller.clientId());
        String refusal = pass.refusal();
        if (refusal != null) {
            send(received, throttled(refusal));
            return;
        }
        long bytes = received.body.length;
        try {
            Duration latency = service.weather().latency(received.call());
            sending.pause(received.fault instanceof Fault.Delay delay ? latency.plus(delay.duration()) : latency);
            Answer answer = answer(received, caller);
            bytes += answer.body().size();
            if (received.fault instanceof Fault.DropAfter) {
                log.debug("Dropping {} after its effect", received.call());
            } else {
                send(received, answer);
            }
        } finally {
            pass.end(bytes);
        }
    }

    private Answer answer(Received received, Caller caller) {
        Headers headers = received.exchange.getRequestHeaders();
        String label = received.call();
        try {
            byte[] body =
                    "gzip".equals(headers.getFirst("Content-Encoding")) ? Gzip.expand(received.body) : received.body;
            Fault.Partial partial = received.fault instanceof Fault.Partial some ? some : null;
            Call call = new Call(
                    caller,
                    received.match.variables(),
                    received.exchange.getRequestURI().getRawQuery(),
                    headers,
                    partial == null ? body : PartialBody.firstItems(body, partial.part()),
                    new Conditions(
                            service.weather().pageLimit(label),
                            service.weather().lag(label),
                            service.weather().longestLag()));
            received.match.route().admission().check(call);
            Answer answer = received.match.route().endpoint().answer(call);
            service.counters().received(label, call.items(), body.length);
            return partial == null
                    ? answer
                    : ApiError.of(partial.status(), "Fault on demand").answer();
        } catch (ApiError e) {
            return e.answer();
        } catch (IOException | RuntimeException e) {
            log.error("{} failed", label, e);
            return ApiError.of(500, "Internal server error").answer();
        }
    }

    private void send(Received received, Answer answer) throws IOException {
        service.counters()
                .answered(
                        received.call(),
                        answer.status(),
                        answer.items(),
                        answer.body().size());
        sending.send(received.exchange, answer, received.fault);
    }

    private Answer throttled(String reason) {
        BudgetPlan plan = service.throttle().plan();
        Answer answer = plan.emptyBody()
                ? Answer.bytes(429, "application/json", new byte[0])
                : ApiError.of(429, reason).answer();
        Integer seconds = plan.retryAfterSeconds();
        return seconds == null ? answer : answer.retryAfter(Duration.ofSeconds(seconds));
    }

    private static Answer faultyAnswer(Fault.Status fault) {
        String body = fault.body();
        Answer answer = body == null
                ? ApiError.of(fault.code(), "Fault on demand").answer()
                : Answer.bytes(fault.code(), "application/json", body.getBytes(StandardCharsets.UTF_8));
        return (fault.autoRetryable() ? answer.asAutoRetryable() : answer).retryAfter(fault.retryAfter());
    }
}
