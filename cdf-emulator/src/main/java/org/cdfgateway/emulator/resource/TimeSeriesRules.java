package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.resource.TimeSeriesSchema.ASSET_ID;
import static org.cdfgateway.emulator.resource.TimeSeriesSchema.DATA_SET_ID;
import static org.cdfgateway.emulator.resource.TimeSeriesSchema.IS_STRING;
import static org.cdfgateway.emulator.resource.TimeSeriesSchema.TYPE;
import static org.cdfgateway.emulator.resource.TimeSeriesSchema.UNIT_EXTERNAL_ID;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.store.Item;

/** What links time series to the rest: their type, their assets and data sets, their points. */
final class TimeSeriesRules implements WriteRules {

    private final ReferenceChecks checks;
    private final Consumer<List<Long>> seriesDeleted;

    TimeSeriesRules(ReferenceChecks checks, Consumer<List<Long>> seriesDeleted) {
        this.checks = checks;
        this.seriesDeleted = seriesDeleted;
    }

    @Override
    public void complete(List<Draft> drafts, long now) {
        for (Draft draft : drafts) {
            boolean isString = Boolean.TRUE.equals(draft.get(IS_STRING));
            if (isString && draft.get(UNIT_EXTERNAL_ID) != null) {
                throw ApiError.badRequest("unitExternalId is not allowed for string time series");
            }
            draft.set(TYPE, isString ? "string" : "numeric");
        }
        checks.dataSetsInList(drafts, DATA_SET_ID);
        checks.assets(drafts, ASSET_ID);
    }

    @Override
    public void committed(Collection<Item> removed, Collection<Item> added) {
        List<Long> deleted = DeletedIds.of(removed, added);
        if (!deleted.isEmpty()) {
            seriesDeleted.accept(deleted);
        }
    }
}
