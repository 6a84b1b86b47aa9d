package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.resource.SequenceSchema.ASSET_ID;
import static org.cdfgateway.emulator.resource.SequenceSchema.ASSET_ROOT_ID;
import static org.cdfgateway.emulator.resource.SequenceSchema.COLUMNS;
import static org.cdfgateway.emulator.resource.SequenceSchema.DATA_SET_ID;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.Columns;
import org.cdfgateway.emulator.store.Item;

/** What links sequences to the rest: their assets and data sets, their columns, their rows. */
final class SequenceRules implements WriteRules {

    /** Columns of all sequences in one request. */
    private static final int MAX_COLUMNS = 10_000;

    private final ReferenceChecks checks;
    private final Consumer<List<Long>> deleted;

    SequenceRules(ReferenceChecks checks, Consumer<List<Long>> deleted) {
        this.checks = checks;
        this.deleted = deleted;
    }

    @Override
    public void complete(List<Draft> drafts, long now) {
        int count = 0;
        for (Draft draft : drafts) {
            if (draft.get(COLUMNS) instanceof Columns columns) {
                draft.set(COLUMNS, columns.at(now));
                count += draft.before() == null ? columns.present().size() : 0;
            }
        }
        if (count > MAX_COLUMNS) {
            throw ApiError.badRequest("A request must not have more than " + MAX_COLUMNS + " columns, got " + count);
        }
        checks.assets(drafts, ASSET_ID, "asset ids not found");
        checks.fillRoots(drafts, ASSET_ID, ASSET_ROOT_ID);
        checks.dataSets(drafts, DATA_SET_ID, "dataset ids not found");
    }

    @Override
    public void committed(Collection<Item> removed, Collection<Item> added) {
        deleted.accept(DeletedIds.of(removed, added));
    }
}
