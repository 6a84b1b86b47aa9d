package org.cdfgateway.cdf.adapter;

import java.util.Optional;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.RowUpdater;

/** How the rows of one table are changed; empty for what its resource cannot do. */
public record RowChanges(Optional<RowInserter> inserter, Optional<RowUpdater> updater, Optional<RowDeleter> deleter) {

    public static final RowChanges NONE = new RowChanges(Optional.empty(), Optional.empty(), Optional.empty());

    public static RowChanges insert(RowInserter inserter) {
        return new RowChanges(Optional.of(inserter), Optional.empty(), Optional.empty());
    }

    public RowChanges update(RowUpdater added) {
        return new RowChanges(inserter, Optional.of(added), deleter);
    }

    public RowChanges delete(RowDeleter added) {
        return new RowChanges(inserter, updater, Optional.of(added));
    }
}
