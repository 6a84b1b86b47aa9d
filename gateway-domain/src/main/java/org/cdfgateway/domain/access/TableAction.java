package org.cdfgateway.domain.access;

import java.util.Optional;
import org.cdfgateway.domain.table.RowChange;

/** What a statement does with a table. */
public enum TableAction {
    READ(Optional.empty()),
    INSERT(Optional.of(RowChange.INSERT)),
    UPDATE(Optional.of(RowChange.UPDATE)),
    DELETE(Optional.of(RowChange.DELETE));

    private final Optional<RowChange> change;

    TableAction(Optional<RowChange> change) {
        this.change = change;
    }

    /** Empty for reading. */
    Optional<RowChange> change() {
        return change;
    }
}
