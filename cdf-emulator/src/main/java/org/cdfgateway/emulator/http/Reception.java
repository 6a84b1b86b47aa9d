package org.cdfgateway.emulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cdfgateway.emulator.fault.Fault;
import org.cdfgateway.emulator.journal.Recording;
import org.cdfgateway.emulator.traffic.BudgetPlan;
import org.cdfgateway.emulator.traffic.Throttle;
import org.cdfgateway.emulator.wire.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request from its line to its answer: route, fault, token and rights, budgets, latency, endpoint. For any number
 * of threads.
 */
final class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private static final int FIRST_ERROR = 400;

    private final Service service;
    private final Sending sending;
    private final Execution execution;

    Reception(Service service, Sending sending) {
        this.service = service;
        this.sending = sending;
        this.execution = new Execution(service.counters());
    }

    void respond(Exchange exchange) throws IOException {
        Routes.Match match;
        try {
            match = match(exchange);
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
                new Received(exchange, match, service.weather().faults().take(call));
        if (received.fault() instanceof Fault.Status status) {
            sending.pause(service.weather().latency(call));
            send(received, faultyAnswer(status));
        } else if (received.fault() instanceof Fault.DropBefore) {
            log.debug("Dropping {} before its effect", call);
            exchange.reset();
        } else {
            admit(received);
        }
    }

    private Routes.Match match(Exchange exchange) {
        return service.routes()
                .get()
                .find(exchange.request().method(), exchange.request().path());
    }

    private Caller admitted(Received received) {
        return service.gate()
                .admit(
                        received.headers().get("Authorization"),
                        received.match().route().admission());
    }

    private void admit(Received received) throws IOException {
        Caller caller;
        try {
            caller = admitted(received);
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
        long bytes = received.body().length;
        try {
            Duration latency = service.weather().latency(received.call());
            sending.pause(received.fault() instanceof Fault.Delay delay ? latency.plus(delay.duration()) : latency);
            Answer answer = answer(received, caller);
            bytes += answer.body().size();
            if (received.fault() instanceof Fault.DropAfter) {
                log.debug("Dropping {} after its effect", received.call());
                received.exchange().reset();
            } else {
                send(received, answer);
            }
        } finally {
            pass.end(bytes);
        }
    }

    private Answer answer(Received received, Caller caller) {
        Recording recording = service.recording();
        Answer answer;
        if (recording.isOn() && received.match().route().changes()) {
            try {
                answer = recording.alone(() -> changing(received, recording));
            } catch (ApiError e) {
                answer = e.answer();
            } catch (IllegalStateException | UncheckedIOException e) {
                log.error("{} failed", received.call(), e);
                answer = ApiError.of(500, "Internal server error").answer();
            }
        } else {
            answer = carryOut(received, caller);
        }
        return answer.status() < FIRST_ERROR && received.fault() instanceof Fault.Partial partial
                ? ApiError.of(partial.status(), "Fault on demand").answer()
                : answer;
    }

    /** Begins anew, since rights and content may have been replaced while the request waited for its turn. */
    private Answer changing(Received waited, Recording recording) {
        Received received = waited.to(match(waited.exchange()));
        Caller caller = admitted(received);
        Answer answer = carryOut(received, caller);
        recording.keep(received.change(caller, answer.status()));
        return answer;
    }

    private Answer carryOut(Received received, Caller caller) {
        String label = received.call();
        return execution.carryOut(
                received.match().route(),
                () -> new Call(
                        caller,
                        received.match().variables(),
                        received.exchange().request().query(),
                        received.headers(),
                        received.effectiveBody(),
                        new Conditions(
                                service.weather().pageLimit(label),
                                service.weather().lag(label),
                                service.weather().longestLag())));
    }

    private void send(Received received, Answer answer) throws IOException {
        service.counters()
                .answered(
                        received.call(),
                        answer.status(),
                        answer.items(),
                        answer.body().size());
        sending.send(received.exchange(), answer, received.fault());
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
