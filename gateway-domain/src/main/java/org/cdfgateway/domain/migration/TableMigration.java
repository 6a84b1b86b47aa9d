package org.cdfgateway.domain.migration;

import java.util.List;
import java.util.Optional;

/**
 * What became of one table.
 *
 * @param from its name in 1.0, empty when 1.0 had none
 * @param to its names in 2.0, the one that holds what the 1.0 table held first
 * @param summary what changed, in a few words
 * @param changes the guide's rows about it, in the guide's order; empty when the guide has none
 */
public record TableMigration(Optional<String> from, List<String> to, String summary, List<Change> changes) {

    public TableMigration {
        to = List.copyOf(to);
        changes = List.copyOf(changes);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a table of 1.0 needs a successor: " + from);
        }
    }

    /** The 2.0 table that holds what the 1.0 table held. */
    public String successor() {
        return to.get(0);
    }
}
