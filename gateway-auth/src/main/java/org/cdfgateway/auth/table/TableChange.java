package org.cdfgateway.auth.table;

import java.util.List;
import org.cdfgateway.auth.store.TableSet;

/**
 * How a change of a user's custom tables ended.
 *
 * @param conflicts names that kept the change from happening: taken ones when tables were to be created, unknown ones when
 *     tables were to be deleted; empty when it happened
 * @param tables of the user afterwards
 */
public record TableChange(List<String> conflicts, TableSet tables) {

    public TableChange {
        conflicts = List.copyOf(conflicts);
    }
}
