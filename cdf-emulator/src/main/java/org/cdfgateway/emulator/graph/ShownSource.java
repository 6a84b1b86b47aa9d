package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.model.DefinitionId;
import org.cdfgateway.emulator.model.View;
import org.cdfgateway.emulator.model.ViewProperty;

/** One view of a {@code sources} list, and which of its properties are shown. */
final class ShownSource {

    private record Shown(ViewProperty property, UnitChoice unit) {}

    private final View view;
    private final List<Shown> shown;

    private ShownSource(View view, List<Shown> shown) {
        this.view = view;
        this.shown = shown;
    }

    View view() {
        return view;
    }

    /** Every property of a view, as stored. */
    static ShownSource all(View view) {
        return of(view, UnitChoices.NONE);
    }

    static ShownSource of(View view, UnitChoices units) {
        return new ShownSource(
                view,
                view.properties().values().stream()
                        .map(property -> new Shown(property, units.of(property)))
                        .toList());
    }

    /**
     * @param sources the list, or nothing
     * @throws ApiError 400 for unknown views and properties and too many of them
     */
    static List<ShownSource> parse(JsonNode sources, Snapshot snapshot) {
        if (sources.size() > GraphLimits.MAX_SOURCES) {
            throw ApiError.badRequest("sources size must be between 0 and " + GraphLimits.MAX_SOURCES);
        }
        List<ShownSource> parsed = new ArrayList<>();
        for (JsonNode source : sources) {
            View view = snapshot.view(DefinitionId.of(source.path("source")));
            UnitChoices units = UnitChoices.parse(source.path("targetUnits"), view);
            parsed.add(chosen(view, source.path("properties"), units));
        }
        return parsed;
    }

    private static ShownSource chosen(View view, JsonNode names, UnitChoices units) {
        List<Shown> shown = new ArrayList<>();
        for (JsonNode name : names) {
            if (name.asText().equals("*")) {
                return of(view, units);
            }
            ViewProperty property = view.property(name.asText());
            if (property == null) {
                throw ApiError.badRequest("Unknown property '" + name.asText() + "' of view " + view.id());
            }
            shown.add(new Shown(property, units.of(property)));
        }
        return names.isMissingNode() ? of(view, units) : new ShownSource(view, shown);
    }

    /** Whether the instance has anything to show. */
    boolean isIn(Instance instance) {
        return shown.stream().anyMatch(each -> instance.row(each.property().container()) != null);
    }

    void write(Instance instance, JsonGenerator out) throws IOException {
        for (Shown each : shown) {
            ViewProperty property = each.property();
            Object value = instance.value(property.container(), property.target());
            if (value != null) {
                out.writeFieldName(property.name());
                property.target().type().write(each.unit().converted(value), out);
            }
        }
    }
}
