package org.cdfgateway.emulator.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.model.DefinitionKind;
import org.cdfgateway.emulator.model.ModelLimits;
import org.cdfgateway.emulator.model.ModelState;
import org.cdfgateway.emulator.model.Models;
import org.cdfgateway.emulator.model.RequestSpaces;
import org.cdfgateway.emulator.resource.RequestItems;
import org.cdfgateway.emulator.right.ScopeKind;

/** The HTTP calls that count what there is and say how much there may be: reference/cdf-api-data.md section 11.2. */
public final class Statistics {

    private static final int MAX_ITEMS = 100;

    private final Models models;
    private final Instances instances;

    public Statistics(Models models, Instances instances) {
        this.models = models;
        this.instances = instances;
    }

    public void addTo(Routes routes) {
        Admission read = Admission.needs("dataModelsAcl", "READ");
        routes.project("GET", "/models/statistics", read, call -> raw(project()))
                .project(
                        "GET",
                        "/models/statistics/spaces",
                        read,
                        call -> spaces(models.state().spaces().stream()
                                .filter(space -> !models.state().isGlobal(space)
                                        && call.reach("dataModelsAcl", "READ").contains(ScopeKind.SPACE, space))
                                .toList()))
                .project(
                        "POST",
                        "/models/statistics/spaces/byids",
                        read.on(ScopeKind.SPACE, RequestSpaces::ofItems),
                        call -> {
                            RequestItems.of(call.json().path("items"), MAX_ITEMS);
                            return spaces(RequestSpaces.ofItems(call).stream()
                                    .filter(models.state()::hasSpace)
                                    .toList());
                        });
    }

    private static Answer raw(ObjectNode json) {
        return Answer.ok(out -> out.writeRawValue(json.toString()));
    }

    private ObjectNode project() {
        ModelState state = models.state();
        SpaceCounts counts = instances.state().counts();
        ObjectNode project = Json.newObject();
        count(project, "spaces", state.count(DefinitionKind.SPACE), ModelLimits.SPACES);
        count(project, "containers", state.count(DefinitionKind.CONTAINER), ModelLimits.CONTAINERS);
        count(project, "views", state.count(DefinitionKind.VIEW), ModelLimits.VIEWS);
        count(project, "dataModels", state.count(DefinitionKind.DATA_MODEL), ModelLimits.DATA_MODELS);
        count(project, "containerProperties", state.containerProperties(), ModelLimits.CONTAINER_PROPERTIES);
        put(project.putObject("instances"), counts)
                .put("instances", counts.instances())
                .put("instancesLimit", ModelLimits.INSTANCES)
                .put("softDeletedInstances", counts.softDeletedInstances())
                .put("softDeletedInstancesLimit", ModelLimits.SOFT_DELETED_INSTANCES);
        return project.put("concurrentReadLimit", ModelLimits.CONCURRENT_READS)
                .put("concurrentWriteLimit", ModelLimits.CONCURRENT_WRITES)
                .put("concurrentDeleteLimit", ModelLimits.CONCURRENT_DELETES);
    }

    private static void count(ObjectNode project, String name, long count, int limit) {
        project.putObject(name).put("count", count).put("limit", limit);
    }

    private static ObjectNode put(ObjectNode json, SpaceCounts counts) {
        return json.put("nodes", counts.nodes())
                .put("edges", counts.edges())
                .put("softDeletedNodes", counts.softDeletedNodes())
                .put("softDeletedEdges", counts.softDeletedEdges());
    }

    private Answer spaces(Collection<String> spaces) {
        ModelState state = models.state();
        InstanceState current = instances.state();
        List<ObjectNode> items = spaces.stream()
                .map(space -> put(
                        Json.newObject()
                                .put("space", space)
                                .put("containers", state.count(DefinitionKind.CONTAINER, space))
                                .put("views", state.count(DefinitionKind.VIEW, space))
                                .put("dataModels", state.count(DefinitionKind.DATA_MODEL, space)),
                        current.counts(space)))
                .toList();
        ObjectNode answer = Json.newObject();
        answer.putArray("items").addAll(items);
        return raw(answer);
    }
}
