package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceKind;
import org.cdfgateway.emulator.instance.Instances;
import org.cdfgateway.emulator.instance.Row;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.DefinitionId;
import org.cdfgateway.emulator.model.InstanceId;
import org.cdfgateway.emulator.model.Models;
import org.cdfgateway.emulator.model.View;
import org.cdfgateway.emulator.resource.RequestItems;

/** The HTTP call that says where instances have values: reference/cdf-api-data.md section 11.6. */
final class InspectCalls {

    private final Models models;
    private final Instances instances;

    InspectCalls(Models models, Instances instances) {
        this.models = models;
        this.instances = instances;
    }

    void addTo(Routes routes, Admission read) {
        routes.project("POST", "/models/instances/inspect", read, this::inspect);
    }

    private Answer inspect(Call call) {
        ObjectNode body = call.json();
        Snapshot snapshot = Snapshot.of(call, models, instances);
        ObjectNode answer = Json.newObject();
        ArrayNode items = answer.putArray("items");
        for (JsonNode item : RequestItems.of(body.path("items"), GraphLimits.MAX_ITEMS)) {
            InstanceKind kind = InstanceKind.of(item.path("instanceType"));
            Instance instance = snapshot.instances().find(kind, InstanceId.of(item));
            if (instance != null && snapshot.readable().test(instance)) {
                items.addObject()
                        .put("instanceType", kind.word())
                        .put("space", instance.id().space())
                        .put("externalId", instance.id().externalId())
                        .set("inspectionResults", results(instance, body.path("inspectionOperations"), snapshot));
            }
        }
        return Answer.ok(out -> out.writeRawValue(answer.toString()));
    }

    private static ObjectNode results(Instance instance, JsonNode operations, Snapshot snapshot) {
        Set<DefinitionId> containers = new LinkedHashSet<>();
        for (Row row : instance.rows()) {
            Container container = snapshot.models().container(row.container());
            if (container != null && row.isOf(container)) {
                containers.add(container.id());
            }
        }
        ObjectNode results = Json.newObject();
        if (operations.has("involvedViews")) {
            ArrayNode views = results.putArray("involvedViews");
            boolean allVersions = operations.at("/involvedViews/allVersions").asBoolean();
            Set<DefinitionId> involved = new LinkedHashSet<>();
            for (DefinitionId container : containers) {
                snapshot.models().viewsOf(container, allVersions).stream()
                        .filter(view -> containers.containsAll(view.containers()))
                        .map(View::id)
                        .forEach(involved::add);
            }
            involved.forEach(view -> views.add(view.reference()));
        }
        if (operations.has("involvedContainers")) {
            ArrayNode references = results.putArray("involvedContainers");
            containers.forEach(container -> references.add(container.reference()));
        }
        return results;
    }
}
