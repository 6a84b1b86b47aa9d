package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceState;
import org.cdfgateway.emulator.instance.Instances;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.DefinitionId;
import org.cdfgateway.emulator.model.ModelState;
import org.cdfgateway.emulator.model.Models;
import org.cdfgateway.emulator.model.View;
import org.cdfgateway.emulator.right.Reach;
import org.cdfgateway.emulator.right.ScopeKind;

/**
 * What one caller can see at one moment. Immutable.
 *
 * @param parameters values that filters may refer to; an object or missing
 */
record Snapshot(
        ModelState models, InstanceState instances, Reach modelReach, Reach instanceReach, JsonNode parameters) {

    static Snapshot of(Call call, Models models, Instances instances) {
        return of(call, models, instances.state());
    }

    /** As far behind the last write as the call's index is. */
    static Snapshot lagging(Call call, Models models, Instances instances) {
        return of(call, models, instances.state(call.lag()));
    }

    private static Snapshot of(Call call, Models models, InstanceState state) {
        return new Snapshot(
                models.state(),
                state,
                call.reach("dataModelsAcl", "READ"),
                call.reach("dataModelInstancesAcl", "READ"),
                MissingNode.getInstance());
    }

    Snapshot withParameters(JsonNode values) {
        return new Snapshot(models, instances, modelReach, instanceReach, values);
    }

    /** @throws ApiError 400 when there is none, 403 when the caller may not read it */
    View view(DefinitionId id) {
        View view = models.requireView(id);
        requireReadable(id);
        return view;
    }

    /** @throws ApiError 400 when there is none, 403 when the caller may not read it */
    Container container(DefinitionId id) {
        Container container = models.requireContainer(id);
        requireReadable(id);
        return container;
    }

    private void requireReadable(DefinitionId id) {
        if (!modelReach.contains(ScopeKind.SPACE, id.space()) && !models.isGlobal(id.space())) {
            throw ApiError.forbidden();
        }
    }

    /** Which instances the caller may read at all. */
    Predicate<Instance> readable() {
        return instanceReach.isEverything()
                ? instance -> true
                : instance ->
                        instanceReach.contains(ScopeKind.SPACE, instance.id().space());
    }
}
