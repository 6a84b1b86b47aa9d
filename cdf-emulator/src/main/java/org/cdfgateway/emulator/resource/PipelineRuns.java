package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.resource.PipelineSchema.LAST_FAILURE;
import static org.cdfgateway.emulator.resource.PipelineSchema.LAST_MESSAGE;
import static org.cdfgateway.emulator.resource.PipelineSchema.LAST_SEEN;
import static org.cdfgateway.emulator.resource.PipelineSchema.LAST_SUCCESS;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;

/** The runs of all extraction pipelines; a new run moves its pipeline's times at once. For any number of threads. */
final class PipelineRuns {

    private final Map<Long, ItemStore> byPipeline = new ConcurrentHashMap<>();
    private final Resource pipelines;

    PipelineRuns(Resource pipelines) {
        this.pipelines = pipelines;
    }

    /** The runs of one pipeline, in the order of lists. */
    ItemStore of(long pipelineId) {
        return byPipeline.computeIfAbsent(pipelineId, unused -> RunSchema.newStore());
    }

    /** @param added known to be right */
    void add(long pipelineId, List<Item> added) {
        ItemStore runs = of(pipelineId);
        runs.exclusively(() -> {
            runs.commit(List.of(), added);
            return added;
        });
        pipelines.change(pipelineId, false, pipeline -> added.forEach(run -> move(pipeline, run)));
    }

    /** That a success or a failure also means having been seen is inferred. */
    private static void move(Draft pipeline, Item run) {
        boolean isFailure = "failure".equals(RunSchema.STATUS.textOf(run));
        if (isFailure && run.createdTime() >= time(pipeline, LAST_FAILURE)) {
            pipeline.set(LAST_MESSAGE, RunSchema.MESSAGE.of(run));
        }
        if (isFailure) {
            move(pipeline, LAST_FAILURE, run);
        } else if ("success".equals(RunSchema.STATUS.textOf(run))) {
            move(pipeline, LAST_SUCCESS, run);
        }
        move(pipeline, LAST_SEEN, run);
    }

    private static void move(Draft pipeline, Field field, Item run) {
        pipeline.set(field, Math.max(time(pipeline, field), run.createdTime()));
    }

    private static long time(Draft pipeline, Field field) {
        Long time = pipeline.number(field);
        return time == null ? 0 : time;
    }

    void deletePipelines(Collection<Long> ids) {
        ids.forEach(byPipeline::remove);
    }
}
