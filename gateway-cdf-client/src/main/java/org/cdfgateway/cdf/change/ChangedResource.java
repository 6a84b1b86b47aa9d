package org.cdfgateway.cdf.change;

import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * How the items of one classic resource are changed.
 *
 * @param path the resource's name in its paths
 */
record ChangedResource(TableDefinition table, String path, Operation update, Operation delete, Operation byIds) {

    /** @param path also its name in messages and budgets */
    static ChangedResource of(TableDefinition table, String path, String acl) {
        return new ChangedResource(
                table,
                path,
                Operation.update("update " + path, path, acl),
                Operation.delete("delete " + path, path, acl),
                Operation.read("look up " + path, path, acl));
    }
}
