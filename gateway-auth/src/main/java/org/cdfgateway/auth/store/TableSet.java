package org.cdfgateway.auth.store;

import java.util.List;

/**
 * The custom tables of one user at one moment.
 *
 * @param version grows with each change
 * @param tables by name
 */
public record TableSet(long version, List<StoredTable> tables) {

    public TableSet {
        tables = List.copyOf(tables);
    }
}
