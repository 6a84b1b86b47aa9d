package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.resource.TimeSeriesSchema.ASSET_ID;
import static org.cdfgateway.emulator.resource.TimeSeriesSchema.ASSET_ROOT_ID;
import static org.cdfgateway.emulator.resource.TimeSeriesSchema.DATA_SET_ID;
import static org.cdfgateway.emulator.resource.TimeSeriesSchema.IS_STRING;
import static org.cdfgateway.emulator.resource.TimeSeriesSchema.TYPE;
import static org.cdfgateway.emulator.resource.TimeSeriesSchema.UNIT_EXTERNAL_ID;
import static org.cdfgateway.emulator.resource.TimeSeriesSchema.UNIT_QUANTITY;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/** What links time series to the rest: their type, their assets and data sets, their points. */
final class TimeSeriesRules implements WriteRules {

    private final ReferenceChecks checks;
    private final Function<String, Optional<String>> quantities;
    private final Consumer<List<Long>> seriesDeleted;

    /** @param quantities of the units in the catalog, by their external ids */
    TimeSeriesRules(
            ReferenceChecks checks, Function<String, Optional<String>> quantities, Consumer<List<Long>> seriesDeleted) {
        this.checks = checks;
        this.quantities = quantities;
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
            if (draft.changes(UNIT_EXTERNAL_ID)) {
                draft.set(UNIT_QUANTITY, quantity(draft.text(UNIT_EXTERNAL_ID)));
            }
        }
        checks.dataSetsInList(drafts, DATA_SET_ID);
        checks.assets(drafts, ASSET_ID);
        checks.categories(drafts, TimeSeriesSchema.SECURITY_CATEGORIES);
        checks.fillRoots(drafts, ASSET_ID, ASSET_ROOT_ID);
    }

    private @Nullable String quantity(@Nullable String unit) {
        return unit == null
                ? null
                : quantities
                        .apply(unit)
                        .orElseThrow(() -> ApiError.badRequest("unitExternalId is not in the unit catalog: " + unit));
    }

    @Override
    public void committed(Collection<Item> removed, Collection<Item> added) {
        List<Long> deleted = DeletedIds.of(removed, added);
        if (!deleted.isEmpty()) {
            seriesDeleted.accept(deleted);
        }
    }
}
