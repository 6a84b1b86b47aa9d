package org.cdfgateway.cdf.table;

import org.cdfgateway.cdf.api.Operation;

/** The operations of one classic resource, with the budgets of reference/cdf-api-resources.md section 1.15. */
record ClassicOperations(Operation list, Operation byIds, Operation create, Operation count) {

    /** @param resource its name in paths, messages and budgets */
    static ClassicOperations of(String resource, String acl) {
        return new ClassicOperations(
                Operation.read("list " + resource, resource + "-list", acl),
                Operation.read("look up " + resource, resource, acl),
                Operation.create("create " + resource, resource, acl),
                Operation.read("count " + resource, resource + "-aggregate", acl));
    }
}
