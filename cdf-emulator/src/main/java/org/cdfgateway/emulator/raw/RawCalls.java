package org.cdfgateway.emulator.raw;

import java.time.Clock;
import org.cdfgateway.emulator.http.Routes;

/** All HTTP calls of RAW. */
public final class RawCalls {

    private RawCalls() {}

    public static void addTo(Routes routes, RawStore store, Clock clock) {
        new NameCalls(store).addTo(routes);
        new RowCalls(store, clock).addTo(routes);
    }
}
