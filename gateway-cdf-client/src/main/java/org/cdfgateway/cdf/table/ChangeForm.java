package org.cdfgateway.cdf.table;

import org.cdfgateway.cdf.adapter.RowChanges;
import org.cdfgateway.cdf.change.ClassicChanges;

/** How the items of a resource are changed once they exist. */
enum ChangeForm {
    CLASSIC {
        @Override
        RowChanges addTo(RowChanges insertion, ListedResource resource, ClassicChanges changes) {
            return insertion
                    .update(changes.updater(resource.table(), resource.path(), resource.acl(), resource.values()))
                    .delete(changes.deleter(resource.table(), resource.path(), resource.acl()));
        }
    },
    /** Those below others are deleted first. */
    ASSETS {
        @Override
        RowChanges addTo(RowChanges insertion, ListedResource resource, ClassicChanges changes) {
            return insertion
                    .update(changes.updater(resource.table(), resource.path(), resource.acl(), resource.values()))
                    .delete(changes.assetDeleter(resource.table(), resource.path(), resource.acl()));
        }
    },
    /** Their columns change one by one. */
    SEQUENCES {
        @Override
        RowChanges addTo(RowChanges insertion, ListedResource resource, ClassicChanges changes) {
            return insertion
                    .update(changes.sequenceUpdater(
                            resource.table(), resource.path(), resource.acl(), resource.values()))
                    .delete(changes.deleter(resource.table(), resource.path(), resource.acl()));
        }
    },
    EXTRACTION_PIPELINES {
        @Override
        RowChanges addTo(RowChanges insertion, ListedResource resource, ClassicChanges changes) {
            return insertion
                    .update(changes.pipelineUpdater(
                            resource.table(), resource.path(), resource.acl(), resource.values()))
                    .delete(changes.deleter(resource.table(), resource.path(), resource.acl()));
        }
    },
    DELETED_ONLY {
        @Override
        RowChanges addTo(RowChanges insertion, ListedResource resource, ClassicChanges changes) {
            return insertion.delete(changes.deleter(resource.table(), resource.path(), resource.acl()));
        }
    };

    abstract RowChanges addTo(RowChanges insertion, ListedResource resource, ClassicChanges changes);
}
