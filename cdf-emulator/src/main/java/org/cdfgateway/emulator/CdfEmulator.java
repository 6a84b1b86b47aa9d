package org.cdfgateway.emulator;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.access.AccessControl;
import org.cdfgateway.emulator.datapoint.PointCalls;
import org.cdfgateway.emulator.datapoint.PointStore;
import org.cdfgateway.emulator.fault.Faults;
import org.cdfgateway.emulator.fault.RequestCounters;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.HttpFront;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.model.ModelCalls;
import org.cdfgateway.emulator.model.Models;
import org.cdfgateway.emulator.raw.RawCalls;
import org.cdfgateway.emulator.raw.RawStore;
import org.cdfgateway.emulator.resource.ClassicResources;
import org.cdfgateway.emulator.resource.IdSource;
import org.cdfgateway.emulator.right.Right;
import org.cdfgateway.emulator.sample.SampleContent;
import org.cdfgateway.emulator.sequence.RowCalls;
import org.cdfgateway.emulator.sequence.SequenceRows;
import org.cdfgateway.emulator.unit.UnitCalls;

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

    private static final String TOKEN_PATH = "/emulated-tenant/oauth2/v2.0/token";

    private final HttpFront front;
    private final AccessControl access;
    private final Map<String, Admission> admissions;
    private final Faults faults;
    private final RequestCounters counters;

    private CdfEmulator(
            HttpFront front,
            AccessControl access,
            Map<String, Admission> admissions,
            Faults faults,
            RequestCounters counters) {
        this.front = front;
        this.access = access;
        this.admissions = admissions;
        this.faults = faults;
        this.counters = counters;
    }

    /**
     * Generates the content and starts answering.
     *
     * @throws IOException when the port is taken
     */
    public static CdfEmulator start(EmulatorSettings settings) throws IOException {
        PointStore points = new PointStore();
        RawStore raw = new RawStore(settings.clock());
        IdSource ids = new IdSource(settings.seed());
        SequenceRows rows = new SequenceRows();
        ClassicResources resources =
                new ClassicResources(ids, settings.clock(), points::deleteSeries, rows::deleteSequences);
        if (!settings.volume().isEmpty()) {
            Volume volume = settings.volume();
            new SampleContent(resources, points, raw, rows, ids, settings.seed())
                    .load(volume.assets(), volume.events(), volume.timeSeries(), volume.rawRows());
        }
        AccessControl access = new AccessControl(
                settings.project(),
                settings.clients(),
                new AccessControl.Lives(settings.tokenLife(), settings.nonceLife(), settings.sessionLife()),
                settings.clock());

        Routes routes = new Routes(settings.project());
        access.addTo(routes, TOKEN_PATH);
        resources.addTo(routes);
        new PointCalls(resources, points, settings.clock()).addTo(routes);
        new RowCalls(resources, rows).addTo(routes);
        RawCalls.addTo(routes, raw, settings.clock());
        ModelCalls.addTo(routes, new Models(settings.clock(), space -> false));
        UnitCalls.addTo(routes);

        Faults faults = new Faults();
        RequestCounters counters = new RequestCounters();
        HttpFront front = HttpFront.start(settings.port(), routes, access.gate(), faults, counters);
        return new CdfEmulator(front, access, routes.admissions(), faults, counters);
    }

    /** The origin below which {@code /api/v1} begins. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + front.port());
    }

    /** Where client credentials are exchanged for tokens. */
    public URI tokenUri() {
        return baseUri().resolve(TOKEN_PATH);
    }

    /** Clients, rights, tokens and sessions, to be changed at any time. */
    public AccessControl access() {
        return access;
    }

    /** What every call asks of its caller, by calls such as {@code POST /assets/list}, in the order of paths. */
    public Map<String, Admission> admissions() {
        return admissions;
    }

    /** Every right there is. */
    public static Set<Right> rights() {
        return AccessControl.rights();
    }

    /** What shall go wrong. */
    public Faults faults() {
        return faults;
    }

    /** Requests of a call such as {@code POST /assets/list} since the start or the last reset. */
    public long requests(String call) {
        return counters.of(call);
    }

    /** Requests of every call that had any. */
    public Map<String, Long> requests() {
        return counters.all();
    }

    public void resetRequests() {
        counters.reset();
    }

    /** Stops answering and frees the port; requests under way are cut off. */
    @Override
    public void close() {
        front.close();
    }
}
