package org.cdfgateway.cdf.table;

import org.cdfgateway.cdf.api.Operation;

/** The operations of one resource, with the budgets of reference/cdf-api-resources.md section 1.15. */
record ResourceOperations(Operation list, Operation byIds, Operation create, Operation count) {

    /**
     * @param what its name in messages
     * @param budget what the names of its budgets begin with
     */
    static ResourceOperations of(String what, String budget, String acl) {
        return new ResourceOperations(
                Operation.read("list " + what, budget + "-list", acl),
                Operation.read("look up " + what, budget, acl),
                Operation.create("create " + what, budget, acl),
                Operation.read("count " + what, budget + "-aggregate", acl));
    }
}
