package org.cdfgateway.emulator.resource;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.jspecify.annotations.Nullable;

/** The configurations of extraction pipelines, with all their revisions. For any number of threads. */
final class PipelineConfigs {

    /** @param number from 1 */
    record Revision(
            int number, @Nullable String config, @Nullable String description, long createdTime) {}

    private final Map<Long, List<Revision>> byPipeline = new ConcurrentHashMap<>();
    private final Clock clock;

    PipelineConfigs(Clock clock) {
        this.clock = clock;
    }

    Revision add(long pipelineId, @Nullable String config, @Nullable String description) {
        List<Revision> all = byPipeline.compute(pipelineId, (id, before) -> {
            List<Revision> revisions = new ArrayList<>(before == null ? List.of() : before);
            revisions.add(new Revision(revisions.size() + 1, config, description, clock.millis()));
            return List.copyOf(revisions);
        });
        return all.get(all.size() - 1);
    }

    /** The latest first. */
    List<Revision> revisions(long pipelineId) {
        List<Revision> latestFirst = new ArrayList<>(byPipeline.getOrDefault(pipelineId, List.of()));
        Collections.reverse(latestFirst);
        return latestFirst;
    }

    /**
     * @param number 0 for the latest
     * @param activeAt milliseconds since 1970, 0 for now
     * @throws ApiError 404 when there is none
     */
    Revision find(long pipelineId, int number, long activeAt) {
        Predicate<Revision> wanted = number != 0
                ? revision -> revision.number() == number
                : revision -> activeAt == 0 || revision.createdTime() <= activeAt;
        return revisions(pipelineId).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> ApiError.of(404, "There is no config with this revision: " + number));
    }

    void deletePipelines(Collection<Long> ids) {
        ids.forEach(byPipeline::remove);
    }
}
