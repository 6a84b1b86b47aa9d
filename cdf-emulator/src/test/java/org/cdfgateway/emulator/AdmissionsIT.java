package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.emulator.http.Admission;
import org.junit.jupiter.api.Test;

/** The rights that calls want, all of them. */
class AdmissionsIT {

    /** Calls without a right in the capability matrix, with what they want instead. */
    private static final String OPEN = "open";

    private static final String SERVICE = "service identity";

    private static final String ANY_TOKEN = "any token";

    private static final Map<String, String> WITHOUT_RIGHT = Map.ofEntries(
            Map.entry("POST /emulated-tenant/oauth2/v2.0/token", OPEN),
            Map.entry("POST /sessions/token", SERVICE),
            Map.entry("POST /sessions/batchrefresh", SERVICE),
            Map.entry("POST /sessions/detach", SERVICE),
            Map.entry("PUT /emulated-storage/{link}", OPEN),
            Map.entry("GET /emulated-storage/{link}", OPEN),
            Map.entry("GET /groups", ANY_TOKEN),
            Map.entry("GET /api/v1/projects", ANY_TOKEN),
            Map.entry("GET /units", ANY_TOKEN),
            Map.entry("GET /units/{externalId}", ANY_TOKEN),
            Map.entry("GET /units/systems", ANY_TOKEN),
            Map.entry("POST /units/byids", ANY_TOKEN));

    private static Map<String, Admission> admissions() throws IOException {
        try (CdfEmulator cdf = CdfEmulator.start(EmulatorSettings.defaults())) {
            return cdf.admissions();
        }
    }

    @Test
    void everyCallDeclaresItsRights() throws IOException {
        Map<String, String> withoutRight = admissions().entrySet().stream()
                .filter(call -> call.getValue().demands().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, call -> call.getValue().toString()));

        assertThat(withoutRight).isEqualTo(WITHOUT_RIGHT);
    }

    @Test
    void everyRightExists() throws IOException {
        Set<String> unknown = admissions().values().stream()
                .flatMap(admission -> admission.demands().stream())
                .flatMap(demand -> demand.anyOf().stream())
                .filter(right -> CdfEmulator.rights().stream().noneMatch(right::equals))
                .map(Object::toString)
                .collect(Collectors.toSet());

        assertThat(unknown).isEmpty();
    }
}
