package org.cdfgateway.emulator.http;

import java.io.IOException;
import java.util.function.Supplier;
import org.cdfgateway.emulator.traffic.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out requests of admitted callers. For any number of threads. */
final class Execution {

    private static final Logger log = LoggerFactory.getLogger(Execution.class);

    private final Counters counters;

    /** @param counters told what arrives */
    Execution(Counters counters) {
        this.counters = counters;
    }

    /** @param unpacking reads the request; an {@link ApiError} of it is the answer */
    Answer carryOut(Route route, Supplier<Call> unpacking) {
        try {
            Call call = unpacking.get();
            try {
                route.admission().check(call);
                return route.endpoint().answer(call);
            } finally {
                counters.received(route.label(), call.items(), call.body().length);
            }
        } catch (ApiError e) {
            return e.answer();
        } catch (IOException | RuntimeException e) {
            log.error("{} failed", route.label(), e);
            return ApiError.of(500, "Internal server error").answer();
        }
    }
}
