package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.control.ShiftedClock;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.journal.Occasions;
import org.cdfgateway.emulator.journal.Recording;
import org.junit.jupiter.api.Test;

/** Which calls change what is stored and which only read, all of them. */
class EffectsIT {

    private static final String ONLY_READ = """
            POST /assets/aggregate
            POST /assets/byids
            POST /assets/list
            POST /assets/search
            POST /datasets/aggregate
            POST /datasets/byids
            POST /datasets/list
            POST /emulated-tenant/oauth2/v2.0/token
            POST /events/aggregate
            POST /events/byids
            POST /events/list
            POST /events/search
            POST /extpipes/byids
            POST /extpipes/list
            POST /extpipes/runs/list
            POST /files/aggregate
            POST /files/byids
            POST /files/downloadlink
            POST /files/list
            POST /files/search
            POST /labels/byids
            POST /labels/list
            POST /models/containers/byids
            POST /models/containers/constraints/retry
            POST /models/containers/indexes/retry
            POST /models/containers/inspect
            POST /models/containers/properties/retry
            POST /models/datamodels/byids
            POST /models/instances/aggregate
            POST /models/instances/byids
            POST /models/instances/inspect
            POST /models/instances/list
            POST /models/instances/query
            POST /models/instances/search
            POST /models/instances/sync
            POST /models/spaces/byids
            POST /models/statistics/spaces/byids
            POST /models/views/byids
            POST /relationships/byids
            POST /relationships/list
            POST /sequences/aggregate
            POST /sequences/byids
            POST /sequences/data/latest
            POST /sequences/data/list
            POST /sequences/list
            POST /sequences/search
            POST /sessions/byids
            POST /timeseries/aggregate
            POST /timeseries/byids
            POST /timeseries/data/latest
            POST /timeseries/data/list
            POST /timeseries/list
            POST /timeseries/search
            POST /units/byids
            """;

    private static final String CHANGE = """
            POST /assets
            POST /assets/delete
            POST /assets/update
            POST /datasets
            POST /datasets/update
            POST /events
            POST /events/delete
            POST /events/update
            POST /extpipes
            POST /extpipes/config
            POST /extpipes/config/revert
            POST /extpipes/delete
            POST /extpipes/runs
            POST /extpipes/update
            POST /files
            POST /files/completemultipartupload
            POST /files/delete
            POST /files/initmultipartupload
            POST /files/multiuploadlink
            POST /files/update
            POST /files/uploadlink
            POST /groups
            POST /groups/delete
            POST /labels
            POST /labels/delete
            POST /models/containers
            POST /models/containers/constraints/delete
            POST /models/containers/delete
            POST /models/containers/indexes/delete
            POST /models/datamodels
            POST /models/datamodels/delete
            POST /models/instances
            POST /models/instances/delete
            POST /models/spaces
            POST /models/spaces/delete
            POST /models/views
            POST /models/views/delete
            POST /raw/dbs
            POST /raw/dbs/delete
            POST /raw/dbs/{db}/tables
            POST /raw/dbs/{db}/tables/delete
            POST /raw/dbs/{db}/tables/{table}/rows
            POST /raw/dbs/{db}/tables/{table}/rows/delete
            POST /relationships
            POST /relationships/delete
            POST /relationships/update
            POST /securitycategories
            POST /securitycategories/delete
            POST /sequences
            POST /sequences/data
            POST /sequences/data/delete
            POST /sequences/delete
            POST /sequences/update
            POST /sessions
            POST /sessions/batchrefresh
            POST /sessions/detach
            POST /sessions/revoke
            POST /sessions/token
            POST /timeseries
            POST /timeseries/data
            POST /timeseries/data/delete
            POST /timeseries/delete
            POST /timeseries/update
            PUT /emulated-storage/{link}
            """;

    private static Routes routes() {
        EmulatorSettings settings = EmulatorSettings.defaults();
        ShiftedClock clock = new ShiftedClock(settings.clock());
        return new EmulatedProject(settings, clock, new Occasions(clock), Recording.OFF)
                .service()
                .routes()
                .get();
    }

    @Test
    void everyCallThatIsNotGetIsKnownToReadOrToChange() {
        Routes routes = routes();
        List<String> reading = new ArrayList<>(routes.admissions().keySet());
        reading.removeAll(routes.changing());
        reading.removeIf(call -> call.startsWith("GET "));

        assertThat(reading)
                .containsExactlyInAnyOrderElementsOf(ONLY_READ.lines().toList());
        assertThat(routes.changing())
                .containsExactlyInAnyOrderElementsOf(CHANGE.lines().toList());
    }

    @Test
    void getChangesNothing() {
        assertThat(routes().changing()).noneMatch(call -> call.startsWith("GET "));
    }
}
