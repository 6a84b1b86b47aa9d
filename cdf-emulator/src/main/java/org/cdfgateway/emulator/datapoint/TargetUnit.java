package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.databind.JsonNode;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.resource.TimeSeriesSchema;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.unit.Unit;
import org.cdfgateway.emulator.unit.UnitCatalog;
import org.cdfgateway.emulator.unit.UnitConversion;
import org.jspecify.annotations.Nullable;

/**
 * In which unit values are wanted: a unit, or whatever a system uses for the quantity.
 *
 * @param unit external id; null when a system is given
 * @param system null when a unit is given
 */
record TargetUnit(@Nullable String unit, @Nullable String system) {

    private static final String DEFAULT_SYSTEM = "Default";

    /**
     * @return null when values are wanted as they are stored
     * @throws ApiError 400 for both, and for unknown ones
     */
    static @Nullable TargetUnit parse(JsonNode item) {
        String unit = item.path("targetUnit").textValue();
        String system = item.path("targetUnitSystem").textValue();
        if (unit == null && system == null) {
            return null;
        }
        if (unit != null && system != null) {
            throw ApiError.badRequest("targetUnit and targetUnitSystem exclude each other");
        }
        UnitCatalog catalog = UnitCatalog.standard();
        if (unit != null && catalog.find(unit) == null) {
            throw ApiError.badRequest("Unknown unit: '" + unit + "'");
        }
        if (system != null
                && catalog.systems().stream().noneMatch(known -> known.name().equals(system))) {
            throw ApiError.badRequest("Unknown unit system: '" + system + "'");
        }
        return new TargetUnit(unit, system);
    }

    /** @throws ApiError 400 for a series without a unit of the catalog, or of another quantity */
    UnitConversion from(Item series) {
        String stored = TimeSeriesSchema.UNIT_EXTERNAL_ID.textOf(series);
        Unit source = stored == null ? null : UnitCatalog.standard().find(stored);
        if (source == null) {
            throw ApiError.badRequest("Cannot convert units of time series " + series.id()
                    + (stored == null ? ": it has no unitExternalId" : ": its unit '" + stored + "' is unknown"));
        }
        Unit target = target(source);
        if (!target.quantity().equals(source.quantity())) {
            throw ApiError.badRequest("Cannot convert from '" + source.externalId() + "' (" + source.quantity()
                    + ") to '" + target.externalId() + "' (" + target.quantity() + ")");
        }
        return new UnitConversion(source, target);
    }

    /** A system that has nothing for the quantity leaves it to the default system, and that to the series. */
    private Unit target(Unit source) {
        UnitCatalog catalog = UnitCatalog.standard();
        Unit target = null;
        if (unit != null) {
            target = catalog.find(unit);
        } else if (system != null) {
            target = catalog.find(system, source.quantity());
            target = target == null ? catalog.find(DEFAULT_SYSTEM, source.quantity()) : target;
        }
        return target == null ? source : target;
    }
}
