package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.resource.FileSchema.ASSET_IDS;
import static org.cdfgateway.emulator.resource.FileSchema.DATA_SET_ID;
import static org.cdfgateway.emulator.resource.FileSchema.LABELS;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.store.Item;

/** What links files to the rest: their assets, labels and data sets, their contents. */
final class FileRules implements WriteRules {

    private final ReferenceChecks checks;
    private final Consumer<List<Long>> deleted;

    FileRules(ReferenceChecks checks, Consumer<List<Long>> deleted) {
        this.checks = checks;
        this.deleted = deleted;
    }

    @Override
    public void complete(List<Draft> drafts, long now) {
        for (Draft draft : drafts) {
            boolean isNew = draft.before() == null;
            if (isNew && draft.get(ASSET_IDS) instanceof long[] assetIds && assetIds.length == 0) {
                throw ApiError.badRequest("assetIds size must be between 1 and 1000");
            }
        }
        checks.dataSetsInText(drafts, DATA_SET_ID);
        checks.assets(drafts, ASSET_IDS);
        checks.labels(drafts, LABELS);
        checks.categories(drafts, FileSchema.SECURITY_CATEGORIES);
    }

    @Override
    public void committed(Collection<Item> removed, Collection<Item> added) {
        deleted.accept(DeletedIds.of(removed, added));
    }
}
