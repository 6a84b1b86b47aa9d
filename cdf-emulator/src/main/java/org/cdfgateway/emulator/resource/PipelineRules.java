package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.resource.PipelineSchema.DATA_SET_ID;
import static org.cdfgateway.emulator.resource.PipelineSchema.METADATA;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.Metadata;

/** What links extraction pipelines to the rest: their data sets, their runs and configurations. */
final class PipelineRules implements WriteRules {

    private final ReferenceChecks checks;
    private final Consumer<List<Long>> deleted;

    PipelineRules(ReferenceChecks checks, Consumer<List<Long>> deleted) {
        this.checks = checks;
        this.deleted = deleted;
    }

    /** Empty metadata are left out of answers. */
    @Override
    public void complete(List<Draft> drafts, long now) {
        for (Draft draft : drafts) {
            if (Metadata.EMPTY.equals(draft.get(METADATA))) {
                draft.set(METADATA, null);
            }
        }
        checks.dataSetsInList(drafts, DATA_SET_ID);
    }

    @Override
    public void committed(Collection<Item> removed, Collection<Item> added) {
        deleted.accept(DeletedIds.of(removed, added));
    }
}
