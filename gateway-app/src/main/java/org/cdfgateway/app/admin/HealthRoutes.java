package org.cdfgateway.app.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cdfgateway.app.health.Readiness;

/** {@code GET /health} answers while the process lives, {@code GET /ready} with 200 only while it takes clients. */
public final class HealthRoutes {

    private HealthRoutes() {}

    public static List<Route> of(Readiness readiness) {
        return List.of(
                new Route("GET", "/health", request -> AdminResponse.ok(Map.of("status", "live"))),
                new Route("GET", "/ready", request -> ready(readiness.state())));
    }

    private static AdminResponse ready(Readiness.State state) {
        int status = state == Readiness.State.READY ? AdminResponse.OK : HttpStatus.UNAVAILABLE;
        return new AdminResponse(status, Map.of("status", state.name().toLowerCase(Locale.ROOT)));
    }
}
