package org.cdfgateway.domain.port.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TableAdapter} promises. Extended once per implementation and table; what is expected of a table
 * follows from its definition.
 */
public abstract class TableAdapterContract {

    /** The adapter of a table that holds at least three rows, those of {@link #someStoredRows()} among them. */
    protected abstract TableAdapter adapter();

    protected abstract CdfAccess access();

    /** One to a few rows of the table with all columns as the adapter should return them. */
    protected abstract List<Row> someStoredRows();

    /** A row that can be inserted as it is and exists not yet; a new one at each call. Not called for read-only tables. */
    protected abstract Row aNewRow();

    @Test
    void readsTheStoredRows() {
        assertThat(rowsOf(Scan.everything(table()))).containsAll(someStoredRows());
    }

    @Test
    void pagesAreNeverEmptyAndTheEndStaysTheEnd() {
        try (RowReader reader = adapter().read(Scan.everything(table()), access())) {
            RowBatch page;
            while ((page = reader.next()) != null) {
                assertThat(page.rows())
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row.size())
                                .isEqualTo(table().columns().size()));
            }

            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void neverDropsARowThatThePredicateHoldsFor() {
        for (Row stored : someStoredRows()) {
            for (Predicate predicate : SamplePredicates.of(table(), stored)) {
                Scan scan = new Scan(table(), Set.copyOf(table().columns()), predicate);

                assertThat(rowsOf(scan)).as(predicate.toString()).contains(stored);
            }
        }
    }

    @Test
    void returnsTheNeededColumns() {
        Row stored = someStoredRows().get(0);
        for (Column needed : table().columns()) {
            int position = table().position(needed.name()).orElseThrow();
            Scan scan = new Scan(table(), Set.of(needed), Predicate.all());

            assertThat(rowsOf(scan))
                    .as(needed.name())
                    .anySatisfy(row -> assertThat(row.value(position)).isEqualTo(stored.value(position)));
        }
    }

    @Test
    void aClosedReaderIsCanceled() {
        RowReader reader = adapter().read(Scan.everything(table()), access());

        reader.close();
        reader.close();

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(reader::next)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.QUERY_CANCELED));
    }

    @Test
    void estimatesAreNotNegative() {
        assertThat(adapter().estimateRows(Scan.everything(table()), access())).isNotNegative();
    }

    @Test
    void insertedRowsComeBackInOrderAndCanBeRead() {
        assumeTrue(adapter().inserter().isPresent(), "read-only table");
        List<Row> rows = List.of(aNewRow(), aNewRow());
        RowInserter writer = adapter().requireInserter();
        rows.forEach(writer::check);

        List<Row> stored = writer.insert(rows, access());

        assertThat(stored).hasSize(2);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(writtenValues(stored.get(i))).isEqualTo(writtenValues(rows.get(i)));
        }
        assertThat(rowsOf(Scan.everything(table())).stream().map(this::writtenValues))
                .containsAll(rows.stream().map(this::writtenValues).toList());
    }

    @Test
    void refusesRowsWithoutRequiredValues() {
        assumeTrue(adapter().inserter().isPresent(), "read-only table");
        Row complete = aNewRow();
        for (Column column : table().columns()) {
            if (column.writeRule().required()) {
                Row incomplete = replaced(complete, column, null);

                assertThatExceptionOfType(GatewayException.class)
                        .isThrownBy(() -> adapter().requireInserter().check(incomplete))
                        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_NULL_VIOLATION))
                        .withMessageContaining(column.name());
            }
        }
    }

    @Test
    void refusesValuesForColumnsThatCdfFillsIn() {
        assumeTrue(adapter().inserter().isPresent(), "read-only table");
        Row complete = aNewRow();
        Row stored = someStoredRows().get(0);
        for (Column column : table().columns()) {
            Object value = stored.value(table().position(column.name()).orElseThrow());
            if (!column.writeRule().insertable() && value != null) {
                assertThatExceptionOfType(GatewayException.class)
                        .isThrownBy(() -> adapter().requireInserter().check(replaced(complete, column, value)))
                        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.GENERATED_ALWAYS))
                        .withMessageContaining(column.name());
            }
        }
    }

    private TableDefinition table() {
        return adapter().table();
    }

    private Set<Row> rowsOf(Scan scan) {
        Set<Row> rows = new HashSet<>();
        try (RowReader reader = adapter().read(scan, access())) {
            RowBatch page;
            while ((page = reader.next()) != null) {
                rows.addAll(page.rows());
            }
        }
        return rows;
    }

    private List<@Nullable Object> writtenValues(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (table().columns().get(i).writeRule().insertable()) {
                values.add(row.value(i));
            }
        }
        return values;
    }

    private Row replaced(Row row, Column column, @Nullable Object value) {
        @Nullable Object[] values = row.values().toArray();
        values[table().position(column.name()).orElseThrow()] = value;
        return Row.owning(values);
    }
}
