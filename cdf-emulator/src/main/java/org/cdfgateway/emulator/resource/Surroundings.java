package org.cdfgateway.emulator.resource;

import java.time.Clock;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;
import org.cdfgateway.emulator.query.Related;

/**
 * What the resources of a project share.
 *
 * @param isProtected whether only its owners may write into the data set with this id
 */
record Surroundings(
        IdSource ids,
        Clock clock,
        RandomGenerator chance,
        ReferenceChecks checks,
        Related related,
        LongPredicate isProtected) {

    Resource resource(Schema schema, WriteRules rules) {
        return new Resource(schema, schema.newStore(), rules, ids, clock);
    }

    ItemScopes scopes(Resource resource) {
        return ItemScopes.of(resource.schema(), isProtected);
    }
}
