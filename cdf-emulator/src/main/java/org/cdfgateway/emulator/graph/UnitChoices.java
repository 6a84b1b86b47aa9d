package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.model.View;
import org.cdfgateway.emulator.model.ViewProperty;
import org.cdfgateway.emulator.unit.Unit;
import org.cdfgateway.emulator.unit.UnitCatalog;
import org.jspecify.annotations.Nullable;

/** The {@code targetUnits} of a view: reference/cdf-api-data.md section 11.6. */
final class UnitChoices {

    static final UnitChoices NONE = new UnitChoices(Map.of());

    private final Map<String, UnitChoice> byProperty;

    private UnitChoices(Map<String, UnitChoice> byProperty) {
        this.byProperty = byProperty;
    }

    UnitChoice of(ViewProperty property) {
        return of(property.name());
    }

    UnitChoice of(String property) {
        return byProperty.getOrDefault(property, UnitChoice.AS_STORED);
    }

    /** @throws ApiError 400 for unknown properties and units, and units of another quantity */
    static UnitChoices parse(JsonNode targetUnits, View view) {
        if (targetUnits.size() > GraphLimits.MAX_TARGET_UNITS) {
            throw ApiError.badRequest("targetUnits size must be between 1 and " + GraphLimits.MAX_TARGET_UNITS);
        }
        Map<String, UnitChoice> byProperty = new HashMap<>();
        for (JsonNode target : targetUnits) {
            String name = target.path("property").asText();
            ViewProperty property = view.property(name);
            if (property == null) {
                throw ApiError.badRequest("Unknown property '" + name + "' of view " + view.id());
            }
            byProperty.put(name, choice(property, target.path("unit")));
        }
        return new UnitChoices(byProperty);
    }

    private static UnitChoice choice(ViewProperty property, JsonNode wanted) {
        UnitCatalog catalog = UnitCatalog.standard();
        String unit = property.target().type().unit();
        Unit stored = unit == null ? null : catalog.find(unit);
        if (stored == null) {
            throw ApiError.badRequest("Property '" + property.name() + "' has no unit to convert from");
        }
        Unit shown = find(wanted, stored, catalog);
        if (shown == null || !shown.quantity().equals(stored.quantity())) {
            throw ApiError.badRequest(
                    "Cannot convert property '" + property.name() + "' from " + unit + " to " + wanted);
        }
        return UnitChoice.between(stored, shown);
    }

    private static @Nullable Unit find(JsonNode wanted, Unit stored, UnitCatalog catalog) {
        return wanted.has("unitSystemName")
                ? catalog.find(wanted.path("unitSystemName").asText(), stored.quantity())
                : catalog.find(wanted.path("externalId").asText());
    }
}
