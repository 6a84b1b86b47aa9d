package org.cdfgateway.cdf.raw;

import java.util.List;
import java.util.Objects;
import org.cdfgateway.cdf.check.ColumnRules;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.row.Row;

/**
 * Inserts rows with declared columns; one with the same key is replaced, with all of its columns. The RAW table is
 * created as needed.
 *
 * @param rows inserts what table {@code raw_rows} has
 */
record CustomRowsWriter(CustomTableShape shape, RowInserter rows) implements RowInserter {

    @Override
    public List<String> operations() {
        return List.of("POST " + shape.path());
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
    public boolean dependsOnEarlier(List<Row> batch) {
        return false;
    }

    @Override
    public void check(Row row) {
        new ColumnRules(shape.table()).check(row);
        shape.checkKey(row.value(shape.key()));
    }

    @Override
    public List<Row> insert(List<Row> batch, CdfAccess access) {
        rows.insert(batch.stream().map(this::rawRow).toList(), access);
        return batch;
    }

    private Row rawRow(Row row) {
        return shape.rawRow(shape.keyText(Objects.requireNonNull(row.value(shape.key()))), shape.columns(row));
    }
}
