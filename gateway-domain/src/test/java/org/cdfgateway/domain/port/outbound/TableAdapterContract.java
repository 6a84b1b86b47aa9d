package org.cdfgateway.domain.port.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.Key;
import org.cdfgateway.domain.table.RowChange;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.domain.write.WriteOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TableAdapter} promises. Extended once per implementation and table; what is expected of a table
 * follows from its definition.
 */
public abstract class TableAdapterContract {
    /** An id that CDF could give but does not. */
    private static final long ABSENT_ID = 8_999_999_999_999_999L;

    /** The adapter of a table that holds at least three rows, those of {@link #someStoredRows()} among them. */
    protected abstract TableAdapter adapter();

    protected abstract CdfAccess access();

    /** One to a few rows of the table with all columns as the adapter should return them. */
    protected abstract List<Row> someStoredRows();

    /** A row that can be inserted as it is and exists not yet; a new one at each call. Not called for read-only tables. */
    protected abstract Row aNewRow();

    /** A stored value without what CDF has added to the value that was written. */
    protected @Nullable Object asWritten(Column column, @Nullable Object stored) {
        return stored;
    }

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
    void explainsReadsByTheRequestsThatTheyMake() {
        for (Row stored : someStoredRows()) {
            for (Predicate predicate : SamplePredicates.of(table(), stored)) {
                Scan scan = new Scan(table(), Set.copyOf(table().columns()), predicate);

                ReadExplanation explanation = adapter().explain(scan, access());

                assertThat(explanation.count().atLeast())
                        .as(predicate.toString())
                        .isPositive();
                assertThat(explanation.requests())
                        .allSatisfy(request -> assertThat(request.operation()).isNotBlank());
            }
        }
    }

    @Test
    void explainsThatEverythingIsUnfiltered() {
        ReadExplanation explanation = adapter().explain(Scan.everything(table()), access());

        assertThat(explanation.count().atLeast()).isPositive();
        assertThat(explanation.unasked()).isEmpty();
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

    @Test
    void writesWhatTheDefinitionDoesNotRefuse() {
        assertThat(adapter().inserter().isPresent()).isEqualTo(isPossible(RowChange.INSERT));
        assertThat(adapter().updater().isPresent()).isEqualTo(isPossible(RowChange.UPDATE));
        assertThat(adapter().deleter().isPresent()).isEqualTo(isPossible(RowChange.DELETE));
    }

    private boolean isPossible(RowChange change) {
        return table().refusal(change).isEmpty();
    }

    @Test
    void changesRowsByEachOfTheirKeys() {
        assumeTrue(adapter().updater().isPresent(), "rows cannot be changed");
        for (Key key : table().keys()) {
            Row before = inserted();
            assumeTrue(hasKey(before, key), "the rows have no such key");
            RowUpdate update = anUpdate(before, key);
            adapter().requireUpdater().check(update);

            WriteOutcome outcome = adapter().requireUpdater().update(List.of(update), MissingRows.FAIL, access());

            assertThat(outcome.missing()).isEmpty();
            assertThat(outcome.stored())
                    .hasSize(1)
                    .allSatisfy(row -> assertThat(isChanged(row, update)).isTrue());
            assertThat(rowsOf(Scan.everything(table())))
                    .as(key.toString())
                    .anyMatch(row -> hasValues(row, update.key()) && isChanged(row, update));
        }
    }

    @Test
    void deletesRowsByEachOfTheirKeys() {
        assumeTrue(adapter().deleter().isPresent(), "rows cannot be deleted");
        for (Key key : table().keys()) {
            Row before = inserted();
            assumeTrue(hasKey(before, key), "the rows have no such key");
            RowKey gone = keyOf(before, key);

            WriteOutcome outcome = adapter().requireDeleter().delete(List.of(gone), MissingRows.FAIL, access());

            assertThat(outcome.missing()).isEmpty();
            assertThat(rowsOf(Scan.everything(table()))).as(key.toString()).noneMatch(row -> hasValues(row, gone));
        }
    }

    @Test
    void changesTheRowsThatExistAndNamesTheOthers() {
        assumeTrue(adapter().updater().map(RowUpdater::needsOnlyTheKey).orElse(false), "rows are read before a change");
        for (Key key : table().keys()) {
            RowUpdate update = anUpdate(inserted(), key);
            RowUpdate toNobody =
                    new RowUpdate(absent(update.key()), update.columns(), update.values(), Optional.empty());
            List<RowUpdate> both = List.of(update, toNobody);

            WriteOutcome outcome = adapter().requireUpdater().update(both, MissingRows.SKIP, access());

            assertThat(outcome.missing()).containsExactly(toNobody.key());
            assertThat(outcome.stored()).hasSize(1);
            assertThatExceptionOfType(GatewayException.class)
                    .isThrownBy(() -> adapter().requireUpdater().update(both, MissingRows.FAIL, access()))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NO_DATA_FOUND));
        }
    }

    @Test
    void deletesTheRowsThatExistAndNamesTheOthers() {
        assumeTrue(
                adapter().deleter().map(RowDeleter::needsOnlyTheKey).orElse(false), "rows are read before a deletion");
        for (Key key : table().keys()) {
            RowKey existing = keyOf(inserted(), key);
            List<RowKey> both = List.of(existing, absent(existing));

            assertThatExceptionOfType(GatewayException.class)
                    .isThrownBy(() -> adapter().requireDeleter().delete(both, MissingRows.FAIL, access()))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NO_DATA_FOUND));
            assertThat(rowsOf(Scan.everything(table()))).anyMatch(row -> hasValues(row, existing));

            WriteOutcome outcome = adapter().requireDeleter().delete(both, MissingRows.SKIP, access());

            assertThat(outcome.missing()).containsExactly(absent(existing));
            assertThat(rowsOf(Scan.everything(table()))).noneMatch(row -> hasValues(row, existing));
        }
    }

    @Test
    void refusesToChangeWhatCannotBeChanged() {
        assumeTrue(adapter().updater().isPresent(), "rows cannot be changed");
        Row stored = someStoredRows().get(0);
        RowKey key = RowKey.of(table(), stored).orElseThrow();
        for (Column column : table().columns()) {
            Object value = stored.value(table().position(column.name()).orElseThrow());
            if (!column.writeRule().updatable() && value != null) {
                RowUpdate update = new RowUpdate(key, List.of(column), Row.owning(value), Optional.of(stored));

                assertThatExceptionOfType(GatewayException.class)
                        .isThrownBy(() -> adapter().requireUpdater().check(update))
                        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.GENERATED_ALWAYS))
                        .withMessageContaining(column.name());
            }
        }
    }

    @Test
    void refusesToClearWhatMustHaveAValue() {
        assumeTrue(adapter().updater().isPresent(), "rows cannot be changed");
        Row stored = someStoredRows().get(0);
        RowKey key = RowKey.of(table(), stored).orElseThrow();
        for (Column column : table().columns()) {
            if (column.writeRule().updatable() && !column.writeRule().clearable()) {
                RowUpdate update = new RowUpdate(key, List.of(column), Row.owning((Object) null), Optional.of(stored));

                assertThatExceptionOfType(GatewayException.class)
                        .isThrownBy(() -> adapter().requireUpdater().check(update))
                        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_NULL_VIOLATION))
                        .withMessageContaining(column.name());
            }
        }
    }

    /** A new row as it can be read. */
    private Row inserted() {
        Row row =
                adapter().requireInserter().insert(List.of(aNewRow()), access()).get(0);
        RowKey key = RowKey.of(table(), row).orElseThrow();
        return rowsOf(Scan.everything(table())).stream()
                .filter(candidate -> hasValues(candidate, key))
                .findFirst()
                .orElseThrow();
    }

    /** Gives the row values that another new row would have. */
    private RowUpdate anUpdate(Row row, Key key) {
        Row other = aNewRow();
        List<Column> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : table().columns()) {
            Object value = other.value(table().position(column.name()).orElseThrow());
            boolean identifies =
                    table().keys().stream().anyMatch(each -> each.columns().contains(column));
            if (column.writeRule().updatable() && !identifies && value != null) {
                columns.add(column);
                values.add(value);
            }
        }
        return new RowUpdate(keyOf(row, key), columns, Row.owning(values.toArray()), Optional.of(row));
    }

    private boolean isChanged(Row row, RowUpdate update) {
        for (int i = 0; i < update.columns().size(); i++) {
            int position = table().position(update.columns().get(i).name()).orElseThrow();
            if (!Objects.equals(
                    asWritten(update.columns().get(i), row.value(position)),
                    update.values().value(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasKey(Row row, Key key) {
        return key.columns().stream()
                .noneMatch(column -> row.value(table().position(column.name()).orElseThrow()) == null);
    }

    private RowKey keyOf(Row row, Key key) {
        return new RowKey(
                key,
                key.columns().stream()
                        .map(column -> Objects.requireNonNull(
                                row.value(table().position(column.name()).orElseThrow())))
                        .toList());
    }

    private boolean hasValues(Row row, RowKey key) {
        return key.key().columns().stream()
                .allMatch(column -> key.value(column)
                        .equals(row.value(table().position(column.name()).orElseThrow())));
    }

    private static RowKey absent(RowKey key) {
        return new RowKey(
                key.key(),
                key.values().stream()
                        .map(value -> value instanceof Long ? (Object) ABSENT_ID : value + "-absent")
                        .toList());
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
                values.add(asWritten(table().columns().get(i), row.value(i)));
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
