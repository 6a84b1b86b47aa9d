package org.cdfgateway.emulator;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.emulator.access.AccessControl;
import org.cdfgateway.emulator.control.ControlServer;
import org.cdfgateway.emulator.control.Controlled;
import org.cdfgateway.emulator.control.ShiftedClock;
import org.cdfgateway.emulator.fault.Faults;
import org.cdfgateway.emulator.fault.Weather;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.HttpFront;
import org.cdfgateway.emulator.journal.DataDirectoryException;
import org.cdfgateway.emulator.right.Right;
import org.cdfgateway.emulator.traffic.Counters;
import org.cdfgateway.emulator.traffic.Throttle;
import org.jspecify.annotations.Nullable;

/**
 * A CDF project in memory, served over HTTP on loopback by threads of its own.
 *
 * <pre>{@code
 * try (CdfEmulator cdf = CdfEmulator.start(EmulatorSettings.defaults().withVolume(Volume.SMALL))) {
 *     cdf.faults().next(2, "POST /assets/list", Fault.status(429));
 *     ...
 *     assertThat(cdf.requests("POST /assets/list")).isEqualTo(3);
 * }
 * }</pre>
 */
public final class CdfEmulator implements AutoCloseable {

    private final EmulatedProject kept;
    private final Controlled project;
    private final HttpFront front;
    private final @Nullable ControlServer control;

    private CdfEmulator(EmulatedProject kept, HttpFront front, @Nullable ControlServer control) {
        this.kept = kept;
        this.project = kept.controlled();
        this.front = front;
        this.control = control;
    }

    /**
     * Generates the content, makes the changes again that the data directory keeps, if there is one, and starts
     * answering.
     *
     * @throws DataDirectoryException when the data directory is in use, damaged, or one of another project
     * @throws IOException when a port is taken
     */
    public static CdfEmulator start(EmulatorSettings settings) throws IOException {
        EmulatedProject project = EmulatedProject.begin(settings);
        HttpFront front = null;
        try {
            front = HttpFront.start(settings.port(), project.service());
            Integer controlPort = settings.controlPort();
            return new CdfEmulator(
                    project,
                    front,
                    controlPort == null ? null : ControlServer.start(controlPort, project.controlled()));
        } catch (IOException e) {
            if (front != null) {
                front.close();
            }
            project.close();
            throw e;
        }
    }

    /** The origin below which {@code /api/v1} begins. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + front.port());
    }

    /** Where client credentials are exchanged for tokens. */
    public URI tokenUri() {
        return baseUri().resolve(EmulatedProject.TOKEN_PATH);
    }

    /** Where the control API is; empty when the settings name no port for it. */
    public Optional<URI> controlUri() {
        return Optional.ofNullable(control).map(ControlServer::uri);
    }

    /** Clients, groups, tokens and sessions, to be changed at any time. */
    public AccessControl access() {
        return project.access();
    }

    /** What every call asks of its caller, by calls such as {@code POST /assets/list}, in the order of paths. */
    public Map<String, Admission> admissions() {
        return project.admissions().get();
    }

    /** Every right there is. */
    public static Set<Right> rights() {
        return AccessControl.rights();
    }

    /** What shall go wrong. */
    public Faults faults() {
        return weather().faults();
    }

    /** Faults, latency, lag and short pages, to be changed at any time. */
    public Weather weather() {
        return project.weather();
    }

    /** The budgets of requests, to be changed at any time. */
    public Throttle throttle() {
        return project.throttle();
    }

    /** What went through every call since the start or the last reset. */
    public Counters counters() {
        return project.counters();
    }

    /** The time that nonces, tokens, items and budgets live by. */
    public ShiftedClock clock() {
        return project.clock();
    }

    /** Requests of a call such as {@code POST /assets/list} since the start or the last reset. */
    public long requests(String call) {
        return counters().of(call).requests();
    }

    /** Requests of every call that had any. */
    public Map<String, Long> requests() {
        Map<String, Long> requests = new LinkedHashMap<>();
        counters().all().forEach((call, count) -> requests.put(call, count.requests()));
        return requests;
    }

    public void resetRequests() {
        counters().reset();
    }

    /** Puts the content that the settings ask for in the place of what is stored. Clients and sessions stay. */
    public void resetContent() {
        project.reset().run();
    }

    /** Stops answering and frees the ports; requests under way are cut off. */
    @Override
    public void close() {
        if (control != null) {
            control.close();
        }
        front.close();
        kept.close();
    }
}
