package org.cdfgateway.cdf.raw;

import java.util.List;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.WriteOutcome;

/**
 * Deletes rows of one RAW table.
 *
 * @param rows deletes from table {@code raw_rows}
 */
record CustomRowsDeleter(CustomTableShape shape, RowDeleter rows) implements RowDeleter {

    @Override
    public List<String> operations() {
        return List.of("POST " + shape.path() + "/delete");
    }

    @Override
    public int maxBatchRows() {
        return rows.maxBatchRows();
    }

    @Override
    public int parallelism() {
        return rows.parallelism();
    }

    @Override
    public boolean needsOnlyTheKey() {
        return rows.needsOnlyTheKey();
    }

    @Override
    public WriteOutcome delete(List<RowKey> keys, MissingRows missing, CdfAccess access) {
        return rows.delete(keys.stream().map(shape::rawKey).toList(), missing, access);
    }
}
