package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.resource.RequestItems;
import org.cdfgateway.emulator.right.ScopeKind;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.shape.Identifier;
import org.cdfgateway.emulator.shape.ObjectShape;
import org.jspecify.annotations.Nullable;

/** The HTTP calls on indexes and constraints of containers, and on who uses a container. */
final class ContainerPartCalls {

    private static final ObjectShape PART = ObjectShape.empty()
            .required("space", Identifier.SPACE)
            .required("containerExternalId", Identifier.TYPE_NAME)
            .required("identifier", Identifier.CONSTRAINT);

    private final Models models;

    ContainerPartCalls(Models models) {
        this.models = models;
    }

    void addTo(Routes routes) {
        Admission write = Admission.needs("dataModelsAcl", "WRITE").on(ScopeKind.SPACE, RequestSpaces::ofItems);
        routes.project("POST", "/models/containers/indexes/delete", write, call -> delete(call, "indexes"))
                .project("POST", "/models/containers/constraints/delete", write, call -> delete(call, "constraints"))
                .project("POST", "/models/containers/indexes/retry", write, call -> retry(call, "indexes"))
                .project("POST", "/models/containers/constraints/retry", write, call -> retry(call, "constraints"))
                .project("POST", "/models/containers/properties/retry", write, call -> retry(call, "properties"))
                .project(
                        "POST",
                        "/models/containers/inspect",
                        Admission.needs("dataModelsAcl", "READ").on(ScopeKind.SPACE, RequestSpaces::ofItems),
                        this::inspect);
    }

    private Answer delete(Call call, String parts) {
        return JsonAnswers.page(
                wanted(call).stream().filter(part -> delete(part, parts)).toList(), null);
    }

    /** Whatever there is was built at once, so there is nothing to try again. */
    private Answer retry(Call call, String parts) {
        return JsonAnswers.page(
                wanted(call).stream()
                        .filter(part -> containerOf(part, parts) != null)
                        .toList(),
                null);
    }

    private static List<ObjectNode> wanted(Call call) {
        Violations violations = new Violations();
        List<ObjectNode> wanted = new ArrayList<>();
        for (JsonNode item : RequestItems.of(call.json().path("items"), ModelLimits.PARTS)) {
            wanted.add(PART.read(item, "", violations));
        }
        violations.check();
        return wanted;
    }

    /** The container that has the part, null when there is none. */
    private @Nullable Definition containerOf(ObjectNode part, String parts) {
        DefinitionId id = DefinitionId.container(
                part.path("space").asText(), part.path("containerExternalId").asText());
        Definition container = models.state().find(DefinitionKind.CONTAINER, id);
        String name = part.path("identifier").asText();
        return container != null && container.json().path(parts).has(name) ? container : null;
    }

    /** Whether there was such a part. */
    private boolean delete(ObjectNode part, String parts) {
        Definition container = containerOf(part, parts);
        if (container == null) {
            return false;
        }
        ObjectNode json = container.json().deepCopy();
        ((ObjectNode) json.path(parts)).remove(part.path("identifier").asText());
        models.replace(container, json);
        return true;
    }

    private Answer inspect(Call call) {
        ObjectNode body = call.json();
        JsonNode operations = body.path("inspectionOperations");
        ModelState state = models.state();
        List<ObjectNode> results = new ArrayList<>();
        for (JsonNode item : RequestItems.of(body.path("items"), ModelLimits.PARTS)) {
            DefinitionId id = DefinitionId.container(
                    item.path("space").asText(), item.path("externalId").asText());
            if (state.has(DefinitionKind.CONTAINER, id)) {
                ObjectNode result = id.json();
                result.set("inspectionResults", inspection(id, operations, state));
                results.add(result);
            }
        }
        return JsonAnswers.page(results, null);
    }

    private static ObjectNode inspection(DefinitionId container, JsonNode operations, ModelState state) {
        ObjectNode inspection = Json.newObject();
        if (operations.has("involvedViews")) {
            ArrayNode views = inspection.putArray("involvedViews");
            views(container, operations.path("involvedViews"), state)
                    .forEach(view -> views.add(view.id().reference()));
        }
        if (operations.has("totalInvolvedViewCount")) {
            inspection.put(
                    "involvedViewCount",
                    views(container, operations.path("totalInvolvedViewCount"), state)
                            .size());
        }
        return inspection;
    }

    private static Collection<View> views(DefinitionId container, JsonNode operation, ModelState state) {
        return state.viewsOf(container, operation.path("allVersions").asBoolean());
    }
}
