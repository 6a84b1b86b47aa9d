package org.cdfgateway.emulator;

import org.cdfgateway.emulator.access.AccessControl;
import org.cdfgateway.emulator.control.Controlled;
import org.cdfgateway.emulator.control.ShiftedClock;
import org.cdfgateway.emulator.fault.Weather;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.http.Service;
import org.cdfgateway.emulator.traffic.Counters;
import org.cdfgateway.emulator.traffic.Throttle;

/** The project behind the servers: its content, its callers and the conditions it is served under. */
final class EmulatedProject {

    static final String TOKEN_PATH = "/emulated-tenant/oauth2/v2.0/token";

    private final EmulatorSettings settings;
    private final ShiftedClock clock;
    private final AccessControl access;
    private final Weather weather;
    private final Throttle throttle;
    private final Counters counters = new Counters();
    private volatile Routes routes;

    EmulatedProject(EmulatorSettings settings) {
        this.settings = settings;
        this.clock = new ShiftedClock(settings.clock());
        this.weather = new Weather(settings.seed());
        this.throttle = new Throttle(clock, settings.budgets());
        this.access = new AccessControl(
                settings.project(),
                settings.clients(),
                new AccessControl.Lives(settings.tokenLife(), settings.nonceLife(), settings.sessionLife()),
                clock);
        this.routes = routes(settings, clock, access);
    }

    private static Routes routes(EmulatorSettings settings, ShiftedClock clock, AccessControl access) {
        Routes routes = new Routes(settings.project());
        access.addTo(routes, TOKEN_PATH);
        new Content(settings, clock).addTo(routes);
        return routes;
    }

    /** Puts the content that the settings ask for in the place of what is stored. Requests under way keep the old. */
    void reset() {
        routes = routes(settings, clock, access);
    }

    Service service() {
        return new Service(() -> routes, access.gate(), weather, throttle, counters);
    }

    Controlled controlled() {
        return new Controlled(weather, throttle, counters, access, clock, () -> routes.admissions(), this::reset);
    }
}
