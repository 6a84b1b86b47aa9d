package org.cdfgateway.cdf.change;

import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.ResourcesApi;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.table.TableDefinition;

/** Makes what changes the items of the classic resources. */
public final class ClassicChanges {
    /** Items that one call takes (reference/cdf-api-resources.md section 1.4). */
    static final int MAX_ITEMS = 1_000;

    /** The Python SDK's defaults (reference/cdf-api-resources.md section 1.15). */
    static final int PARALLEL_UPDATES = 4;

    static final int PARALLEL_DELETIONS = 2;

    private final ResourcesApi api;
    private final CallTimeouts timeouts;

    public ClassicChanges(ResourcesApi api, CallTimeouts timeouts) {
        this.api = api;
        this.timeouts = timeouts;
    }

    /**
     * An inserter that finds out what became of calls whose answer was lost.
     *
     * @param inserter accepts a batch as a whole or not at all
     * @param path the resource's name in its paths
     */
    public RowInserter settling(RowInserter inserter, TableDefinition table, String path, String acl) {
        ChangedResource resource = ChangedResource.of(table, path, acl);
        return new SettlingInserter(inserter, table, new StoredItems(resource, api, timeouts));
    }

    /**
     * @param path the resource's name in its paths
     * @param values looks at new values, in a row where all columns that are not set are null
     */
    public RowUpdater updater(TableDefinition table, String path, String acl, RowCheck values) {
        return new ClassicUpdater(ChangedResource.of(table, path, acl), api, timeouts, values, UpdateForms.CLASSIC);
    }

    /** Updates extraction pipelines. */
    public RowUpdater pipelineUpdater(TableDefinition pipelines, String path, String acl, RowCheck values) {
        return new ClassicUpdater(
                ChangedResource.of(pipelines, path, acl), api, timeouts, values, UpdateForms.PIPELINES);
    }

    /** Updates sequences, their columns included. */
    public RowUpdater sequenceUpdater(TableDefinition sequences, String path, String acl, RowCheck values) {
        ChangedResource resource = ChangedResource.of(sequences, path, acl);
        SequenceForms forms = new SequenceForms(sequences, new StoredItems(resource, api, timeouts));
        return new ClassicUpdater(resource, api, timeouts, values, forms);
    }

    /** Deletes in any order. */
    public RowDeleter deleter(TableDefinition table, String path, String acl) {
        return new ClassicDeleter(ChangedResource.of(table, path, acl), api, timeouts, DeletionOrder.ANY);
    }

    /** Deletes assets, those below others first. */
    public RowDeleter assetDeleter(TableDefinition assets, String path, String acl) {
        ChangedResource resource = ChangedResource.of(assets, path, acl);
        return new ClassicDeleter(
                resource, api, timeouts, new ChildrenFirst(new StoredItems(resource, api, timeouts), assets));
    }
}
