package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.right.ScopeKind;
import org.cdfgateway.emulator.store.Item;

/** Extraction pipelines with their runs and configurations. */
final class Pipelines {

    private final Surroundings surroundings;
    private final Resource pipelines;
    private final PipelineRuns runs;
    private final PipelineConfigs configs;

    Pipelines(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.pipelines =
                surroundings.resource(PipelineSchema.SCHEMA, new PipelineRules(surroundings.checks(), this::deleted));
        this.runs = new PipelineRuns(pipelines);
        this.configs = new PipelineConfigs(surroundings.clock());
    }

    private void deleted(List<Long> ids) {
        runs.deletePipelines(ids);
        configs.deletePipelines(ids);
    }

    void addTo(Routes routes) {
        new ResourceCalls(
                        pipelines,
                        surroundings.scopes(pipelines),
                        surroundings.related(),
                        new ItemWriter(PipelineSchema.SCHEMA))
                .addTo(routes);
        new RunCalls(this, runs, surroundings).addTo(routes);
        new ConfigCalls(this, configs).addTo(routes);
    }

    Resource pipelines() {
        return pipelines;
    }

    PipelineRuns runs() {
        return runs;
    }

    /** What can be reached of what belongs to pipelines, by the rights of another access control list. */
    ItemScopes scopes(String acl) {
        return surroundings.scopes(pipelines).with(ScopeKind.PIPELINE, Item::id).under(acl);
    }

    /**
     * The pipeline that a request is about.
     *
     * @throws ApiError 400 when there is none, 403 when it is beyond reach
     */
    Item named(JsonNode externalId, Predicate<Item> reached) {
        if (externalId.isMissingNode() || externalId.isNull()) {
            throw ApiError.missingFields(List.of("externalId"));
        }
        List<Item> named = pipelines.named(List.of(Reference.ofExternalId(externalId.asText())));
        ItemScopes.require(reached, named);
        return named.get(0);
    }

    Predicate<Item> readable(String acl, Call call) {
        return scopes(acl).readable(call);
    }

    Predicate<Item> writable(String acl, Call call) {
        return scopes(acl).writable(call);
    }
}
