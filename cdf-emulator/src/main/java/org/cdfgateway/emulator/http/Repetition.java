package org.cdfgateway.emulator.http;

import java.time.Duration;
import java.util.OptionalInt;
import org.cdfgateway.emulator.journal.Change;
import org.cdfgateway.emulator.traffic.Counters;
import org.cdfgateway.emulator.wire.Headers;

/** Carries out kept requests again, in fair weather. For one thread. */
public final class Repetition {

    private static final Conditions FAIR = new Conditions(OptionalInt.empty(), Duration.ZERO, Duration.ZERO);

    private final Execution execution = new Execution(new Counters());

    /** @return the status of the answer */
    public int carryOut(Routes routes, Change change, Caller caller) {
        Change.Line line = change.line();
        Routes.Match match;
        try {
            match = routes.find(line.method(), line.path());
        } catch (ApiError e) {
            return e.status();
        }
        Headers headers = new Headers();
        if (!line.contentType().isEmpty()) {
            headers.set("Content-Type", line.contentType());
        }
        return execution
                .carryOut(match.route(), () -> {
                    match.route().admission().check(caller.rights());
                    return new Call(
                            caller,
                            match.variables(),
                            line.query(),
                            headers,
                            Gzip.unpack(change.body(), line.contentEncoding()),
                            FAIR);
                })
                .status();
    }
}
