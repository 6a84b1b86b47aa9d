package org.cdfgateway.sql.remote.change;

import java.util.Optional;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.write.RowKey;

/**
 * A row that was found.
 *
 * @param row with all columns as it was read; empty when its key is enough to change it
 */
record AddressedRow(RowKey key, Optional<Row> row) {}
