package org.cdfgateway.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.cdfgateway.emulator.access.AccessControl;
import org.cdfgateway.emulator.control.ControlServer;
import org.cdfgateway.emulator.control.Controlled;
import org.cdfgateway.emulator.control.ShiftedClock;
import org.cdfgateway.emulator.fault.Weather;
import org.cdfgateway.emulator.http.Repetition;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.http.Service;
import org.cdfgateway.emulator.journal.Change;
import org.cdfgateway.emulator.journal.DataDirectoryException;
import org.cdfgateway.emulator.journal.Journal;
import org.cdfgateway.emulator.journal.Occasions;
import org.cdfgateway.emulator.journal.Recording;
import org.cdfgateway.emulator.traffic.Counters;
import org.cdfgateway.emulator.traffic.Throttle;

/** The project behind the servers: its content, its callers and the conditions it is served under. */
final class EmulatedProject implements AutoCloseable {

    static final String TOKEN_PATH = "/emulated-tenant/oauth2/v2.0/token";

    private final EmulatorSettings settings;
    private final ShiftedClock clock;
    private final Occasions occasions;
    private final Recording recording;
    private final AccessControl access;
    private final Weather weather;
    private final Throttle throttle;
    private final Counters counters = new Counters();
    private volatile Routes routes;

    /** @param clock the time of {@code occasions} */
    EmulatedProject(EmulatorSettings settings, ShiftedClock clock, Occasions occasions, Recording recording) {
        this.settings = settings;
        this.clock = clock;
        this.occasions = occasions;
        this.recording = recording;
        this.weather = new Weather(settings.seed());
        this.throttle = new Throttle(clock, settings.budgets());
        this.access = new AccessControl(
                settings.project(),
                settings.clients(),
                new AccessControl.Lives(settings.tokenLife(), settings.nonceLife(), settings.sessionLife()),
                occasions,
                recording);
        this.routes = routes(settings, occasions, access);
    }

    /**
     * Builds the project and, when the settings name a data directory, makes the changes again that are kept there.
     *
     * @throws DataDirectoryException when the data directory is not one of this project
     */
    static EmulatedProject begin(EmulatorSettings settings) throws IOException {
        ShiftedClock clock = new ShiftedClock(settings.clock());
        Occasions occasions = new Occasions(clock);
        Path directory = settings.dataDirectory();
        if (directory == null) {
            return new EmulatedProject(settings, clock, occasions, Recording.OFF);
        }
        Journal journal = Journal.open(directory, occasions, settings.durability());
        try {
            Repetition repetition = new Repetition();
            return journal.begin(
                    settings.contentText(),
                    () -> new EmulatedProject(settings, clock, occasions, journal),
                    (project, change) -> project.repeat(repetition, change));
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private int repeat(Repetition repetition, Change change) {
        Routes api = change.api() == Change.Api.CDF ? routes : ControlServer.routes(controlled());
        return repetition.carryOut(api, change, access.recall(change.sender()));
    }

    private static Routes routes(EmulatorSettings settings, Occasions occasions, AccessControl access) {
        Routes routes = new Routes(settings.project());
        access.addTo(routes, TOKEN_PATH);
        new Content(settings, occasions).addTo(routes);
        return routes;
    }

    /** Puts the content that the settings ask for in the place of what is stored. Requests under way keep the old. */
    void reset() {
        recording.alone(() -> {
            routes = routes(settings, occasions, access);
            recording.keep(Change.ofControl("POST", "/reset", new byte[0]));
            return routes;
        });
    }

    /** Takes down no more changes. */
    @Override
    public void close() {
        try {
            recording.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Service service() {
        return new Service(() -> routes, access.gate(settings.serviceToken()), weather, throttle, counters, recording);
    }

    Controlled controlled() {
        return new Controlled(weather, throttle, counters, access, clock, () -> routes.admissions(), this::reset);
    }
}
