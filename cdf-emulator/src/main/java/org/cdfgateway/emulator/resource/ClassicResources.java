package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.query.Related;
import org.cdfgateway.emulator.right.ScopeKind;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.jspecify.annotations.Nullable;

/** The classic resources of the project, joined where they refer to each other. */
public final class ClassicResources implements Related {

    /** In the subtrees that one filter names (reference/cdf-api-resources.md section 1.11). */
    private static final int MAX_SUBTREE_ASSETS = 100_000;

    private final AssetTree tree = new AssetTree();
    private final Resource assets;
    private final Resource events;
    private final Resource timeSeries;
    private final Resource dataSets;
    private final Resource labels;
    private final FileCalls files;
    private final Resource sequences;
    private final Resource relationships;
    private final Pipelines pipelines;
    private final Function<String, Optional<String>> quantities;

    /**
     * @param chance what nobody may guess is drawn from it
     * @param quantities of the units in the catalog, by their external ids
     * @param categories refuses unknown security categories
     * @param seriesDeleted told the ids of deleted time series
     * @param sequencesDeleted told the ids of deleted sequences
     */
    public ClassicResources(
            IdSource ids,
            Clock clock,
            RandomGenerator chance,
            Function<String, Optional<String>> quantities,
            Consumer<Collection<Long>> categories,
            Consumer<List<Long>> seriesDeleted,
            Consumer<List<Long>> sequencesDeleted) {
        this.quantities = quantities;
        ItemStore assetStore = AssetSchema.SCHEMA.newStore();
        ItemStore dataSetStore = DataSetSchema.SCHEMA.newStore();
        ItemStore labelStore = LabelSchema.SCHEMA.newStore();
        ReferenceChecks checks = new ReferenceChecks(dataSetStore, assetStore, labelStore, categories);
        this.assets =
                new Resource(AssetSchema.SCHEMA, assetStore, new AssetRules(assetStore, tree, checks), ids, clock);
        this.events = new Resource(
                EventSchema.SCHEMA,
                EventSchema.SCHEMA.newStore(),
                (drafts, now) -> checkEvents(drafts, checks),
                ids,
                clock);
        this.timeSeries = new Resource(
                TimeSeriesSchema.SCHEMA,
                TimeSeriesSchema.SCHEMA.newStore(),
                new TimeSeriesRules(checks, quantities, seriesDeleted),
                ids,
                clock);
        this.dataSets = new Resource(DataSetSchema.SCHEMA, dataSetStore, (drafts, now) -> {}, ids, clock);
        this.labels = new Resource(
                LabelSchema.SCHEMA,
                labelStore,
                (drafts, now) -> checks.dataSetsInList(drafts, LabelSchema.DATA_SET_ID),
                ids,
                clock);
        Surroundings surroundings = new Surroundings(ids, clock, chance, checks, this, this::isProtected);
        this.files = new FileCalls(surroundings);
        this.sequences = surroundings.resource(SequenceSchema.SCHEMA, new SequenceRules(checks, sequencesDeleted));
        this.relationships = surroundings.resource(RelationshipSchema.SCHEMA, new RelationshipRules(checks));
        this.pipelines = new Pipelines(surroundings);
    }

    private static void checkEvents(List<Draft> drafts, ReferenceChecks checks) {
        for (Draft draft : drafts) {
            Long start = draft.number(EventSchema.START_TIME);
            Long end = draft.number(EventSchema.END_TIME);
            if (start != null && end != null && end < start) {
                throw ApiError.badRequest("endTime must not be before startTime: " + end + " < " + start);
            }
        }
        checks.dataSetsInText(drafts, EventSchema.DATA_SET_ID);
        checks.assets(drafts, EventSchema.ASSET_IDS);
    }

    public void addTo(Routes routes) {
        AssetAggregates aggregates = new AssetAggregates(assets.store(), tree);
        new ResourceCalls(
                        assets,
                        scopes(assets),
                        this,
                        new ItemWriter(AssetSchema.SCHEMA),
                        (call, body) -> aggregates.chosenBy(body))
                .addTo(routes);
        calls(timeSeries, timeSeriesScopes(), new ItemWriter(TimeSeriesSchema.SCHEMA))
                .addTo(routes);
        for (Resource plain : List.of(events, dataSets, sequences)) {
            calls(plain, scopes(plain), new ItemWriter(plain.schema())).addTo(routes);
        }
        calls(
                        labels,
                        scopes(labels),
                        new ItemWriter(LabelSchema.SCHEMA).withoutId().withoutUpdates())
                .addTo(routes);
        files.addTo(routes);
        new ResourceCalls(
                        relationships,
                        scopes(relationships),
                        this,
                        new ItemWriter(RelationshipSchema.SCHEMA).withoutId(),
                        relationshipEnds()::chosenBy)
                .addTo(routes);
        pipelines.addTo(routes);
    }

    private RelationshipEnds relationshipEnds() {
        Map<String, RelationshipEnds.End> ends = new HashMap<>();
        ends.put("timeSeries", end(timeSeries, timeSeriesScopes()));
        Map.of("asset", assets, "event", events, "file", files.files(), "sequence", sequences)
                .forEach((type, resource) -> ends.put(type, end(resource, scopes(resource))));
        return new RelationshipEnds(ends);
    }

    private static RelationshipEnds.End end(Resource resource, ItemScopes scopes) {
        return new RelationshipEnds.End(resource.store(), scopes, new ItemWriter(resource.schema()));
    }

    private ItemScopes scopes(Resource resource) {
        return ItemScopes.of(resource.schema(), this::isProtected);
    }

    private ItemScopes timeSeriesScopes() {
        return scopes(timeSeries).with(ScopeKind.ROOT_ASSET, series -> {
            Long assetId = TimeSeriesSchema.ASSET_ID.numberOf(series);
            Item asset = assetId == null ? null : assets.store().find(assetId);
            return asset == null ? null : AssetSchema.ROOT_ID.numberOf(asset);
        });
    }

    private boolean isProtected(long dataSetId) {
        Item dataSet = dataSets.store().find(dataSetId);
        return dataSet != null && DataSetSchema.WRITE_PROTECTED.flagOf(dataSet);
    }

    /** The time series that the caller may read. */
    public Predicate<Item> readableSeries(Call call) {
        return timeSeriesScopes().readable(call);
    }

    /** The time series that the caller may write. */
    public Predicate<Item> writableSeries(Call call) {
        return timeSeriesScopes().writable(call);
    }

    private ResourceCalls calls(Resource resource, ItemScopes scopes, ItemWriter writer) {
        return new ResourceCalls(resource, scopes, this, writer);
    }

    public ItemStore sequences() {
        return sequences.store();
    }

    /** The sequences that the caller may read. */
    public Predicate<Item> readableSequences(Call call) {
        return scopes(sequences).readable(call);
    }

    /** The sequences that the caller may write. */
    public Predicate<Item> writableSequences(Call call) {
        return scopes(sequences).writable(call);
    }

    /** Time series that are nodes of data modeling, too. */
    public NodeItems seriesOfNodes() {
        return new NodeItems(
                timeSeries,
                TimeSeriesSchema.INSTANCE_ID,
                Map.of(
                        TimeSeriesSchema.UNIT_EXTERNAL_ID,
                        unit -> quantities.apply((String) unit).isPresent()));
    }

    /** Files that are nodes of data modeling, too. */
    public NodeItems filesOfNodes() {
        return new NodeItems(files.files(), FileSchema.INSTANCE_ID, Map.of());
    }

    public ItemStore timeSeries() {
        return timeSeries.store();
    }

    /** Adds assets that are known to be right. */
    public void loadAssets(List<Item> items) {
        assets.load(items);
    }

    /** Adds events that are known to be right. */
    public void loadEvents(List<Item> items) {
        events.load(items);
    }

    /** Adds time series that are known to be right. */
    public void loadTimeSeries(List<Item> items) {
        timeSeries.load(items);
    }

    /** Adds data sets that are known to be right. */
    public void loadDataSets(List<Item> items) {
        dataSets.load(items);
    }

    /** Adds labels that are known to be right. */
    public void loadLabels(List<Item> items) {
        labels.load(items);
    }

    /** Adds files that are known to be right. */
    public void loadFiles(List<Item> items) {
        files.files().load(items);
    }

    /** Adds sequences that are known to be right. */
    public void loadSequences(List<Item> items) {
        sequences.load(items);
    }

    /** Adds relationships that are known to be right. */
    public void loadRelationships(List<Item> items) {
        relationships.load(items);
    }

    /** Adds extraction pipelines that are known to be right. */
    public void loadPipelines(List<Item> items) {
        pipelines.pipelines().load(items);
    }

    /** Adds runs that are known to be right to a pipeline. */
    public void loadRuns(long pipelineId, List<Item> items) {
        pipelines.runs().add(pipelineId, items);
    }

    @Override
    public @Nullable Long dataSetId(JsonNode reference) {
        return idOf(reference, dataSets.store());
    }

    @Override
    public @Nullable Long assetId(String externalId) {
        Item item = assets.store().find(externalId);
        return item == null ? null : item.id();
    }

    @Override
    public Set<Long> assetSubtree(Iterable<JsonNode> references) {
        Collection<Long> roots = new HashSet<>();
        for (JsonNode reference : references) {
            Long id = idOf(reference, assets.store());
            if (id != null) {
                roots.add(id);
            }
        }
        return tree.subtree(roots, MAX_SUBTREE_ASSETS);
    }

    private static @Nullable Long idOf(JsonNode reference, ItemStore store) {
        JsonNode externalId = reference.path("externalId");
        if (externalId.isTextual()) {
            Item item = store.find(externalId.textValue());
            return item == null ? null : Long.valueOf(item.id());
        }
        return reference.path("id").isIntegralNumber() ? reference.path("id").longValue() : null;
    }
}
