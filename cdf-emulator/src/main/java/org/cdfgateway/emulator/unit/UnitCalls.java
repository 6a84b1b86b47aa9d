package org.cdfgateway.emulator.unit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.resource.RequestItems;

/** The HTTP calls on units, open to every caller with a token: reference/cdf-api-data.md section 9.10. */
public final class UnitCalls {

    private static final int MAX_ITEMS = 1_000;
    private static final String SOURCE = "qudt.org";
    private static final String SOURCE_REFERENCE = "https://qudt.org/vocab/unit/";

    private final UnitCatalog catalog;

    private UnitCalls(UnitCatalog catalog) {
        this.catalog = catalog;
    }

    public static void addTo(Routes routes) {
        UnitCalls calls = new UnitCalls(UnitCatalog.standard());
        Admission anybody = Admission.anyCaller();
        routes.project("GET", "/units", anybody, call -> page(calls.catalog.units()))
                .project("GET", "/units/systems", anybody, calls::systems)
                .project("GET", "/units/{externalId}", anybody, calls::one)
                .project("POST", "/units/byids", anybody, calls::byIds);
    }

    private Answer one(Call call) {
        return page(found(List.of(call.variable("externalId")), false));
    }

    private Answer byIds(Call call) {
        ObjectNode body = call.json();
        List<String> externalIds = new ArrayList<>();
        for (JsonNode item : RequestItems.of(body.path("items"), MAX_ITEMS)) {
            if (!item.path("externalId").isTextual()) {
                throw ApiError.missingFields(List.of("items[" + externalIds.size() + "].externalId"));
            }
            externalIds.add(item.path("externalId").textValue());
        }
        return page(found(externalIds, body.path("ignoreUnknownIds").asBoolean()));
    }

    private List<Unit> found(List<String> externalIds, boolean ignoresUnknown) {
        List<Unit> found = new ArrayList<>();
        List<JsonNode> missing = new ArrayList<>();
        for (String externalId : externalIds) {
            Unit unit = catalog.find(externalId);
            if (unit == null) {
                missing.add(Json.newObject().put("externalId", externalId));
            } else {
                found.add(unit);
            }
        }
        if (!missing.isEmpty() && !ignoresUnknown) {
            throw ApiError.missing(400, "Units not found: " + String.join(", ", externalIdsOf(missing)), missing);
        }
        return found;
    }

    private static List<String> externalIdsOf(List<JsonNode> references) {
        return references.stream()
                .map(reference -> reference.path("externalId").asText())
                .toList();
    }

    private static Answer page(Collection<Unit> units) {
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Unit unit : units) {
                write(unit, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void write(Unit unit, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("externalId", unit.externalId());
        out.writeStringField("name", unit.name());
        out.writeStringField("longName", unit.longName());
        out.writeStringField("symbol", unit.symbol());
        out.writeArrayFieldStart("aliasNames");
        for (String alias : unit.aliasNames()) {
            out.writeString(alias);
        }
        out.writeEndArray();
        out.writeStringField("quantity", unit.quantity());
        out.writeObjectFieldStart("conversion");
        out.writeNumberField("multiplier", unit.multiplier());
        out.writeNumberField("offset", unit.offset());
        out.writeEndObject();
        out.writeStringField("source", SOURCE);
        out.writeStringField("sourceReference", SOURCE_REFERENCE + unit.name());
        out.writeEndObject();
    }

    private Answer systems(Call call) {
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (UnitSystem system : catalog.systems()) {
                out.writeStartObject();
                out.writeStringField("name", system.name());
                out.writeArrayFieldStart("quantities");
                for (Map.Entry<String, String> quantity : system.units().entrySet()) {
                    out.writeStartObject();
                    out.writeStringField("name", quantity.getKey());
                    out.writeStringField("unitExternalId", quantity.getValue());
                    out.writeEndObject();
                }
                out.writeEndArray();
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
