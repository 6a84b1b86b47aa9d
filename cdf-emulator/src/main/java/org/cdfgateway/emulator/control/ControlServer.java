package org.cdfgateway.emulator.control;

import java.io.IOException;
import java.net.URI;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.HttpFront;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.http.Service;

/** Serves the control API on loopback, to whoever reaches the port. */
public final class ControlServer implements AutoCloseable {

    private final HttpFront front;

    private ControlServer(HttpFront front) {
        this.front = front;
    }

    /**
     * @param port 0 for any free one
     * @throws IOException when the port is taken
     */
    public static ControlServer start(int port, Controlled emulator) throws IOException {
        return new ControlServer(HttpFront.start(port, Service.plain(routes(emulator))));
    }

    /** The calls of the control API. */
    public static Routes routes(Controlled emulator) {
        Routes routes = new Routes("");
        new WeatherControl(emulator.weather()).addTo(routes);
        new TrafficControl(emulator.throttle(), emulator.counters()).addTo(routes);
        new CallerControl(emulator.access()).addTo(routes);
        new StateControl(emulator).addTo(routes);
        routes.absolute(
                "GET",
                "/",
                Admission.open(),
                call -> Answer.ok(out -> {
                    out.writeStartObject();
                    out.writeArrayFieldStart("items");
                    for (String label : routes.admissions().keySet()) {
                        out.writeString(label);
                    }
                    out.writeEndArray();
                    out.writeEndObject();
                }));
        return routes;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + front.port());
    }

    @Override
    public void close() {
        front.close();
    }
}
