package org.cdfgateway.emulator.http;

import java.time.Clock;
import java.util.function.Supplier;
import org.cdfgateway.emulator.fault.Weather;
import org.cdfgateway.emulator.journal.Recording;
import org.cdfgateway.emulator.traffic.BudgetPlan;
import org.cdfgateway.emulator.traffic.Counters;
import org.cdfgateway.emulator.traffic.Throttle;

/**
 * What a server serves, and under which conditions.
 *
 * @param routes asked for with every request
 * @param recording takes down the requests that change something
 */
public record Service(
        Supplier<Routes> routes,
        Gate gate,
        Weather weather,
        Throttle throttle,
        Counters counters,
        Recording recording) {

    /** For everybody, at once and without limits. */
    public static Service plain(Routes routes) {
        return new Service(
                () -> routes,
                (authorization, admission) -> Caller.NOBODY,
                new Weather(0),
                new Throttle(Clock.systemUTC(), BudgetPlan.NONE),
                new Counters(),
                Recording.OFF);
    }
}
