package org.cdfgateway.sql.remote.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.Key;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.sql.remote.write.RowSize;

/** Rows of one table by the order in which they were added. Belongs to the session's thread. */
interface RowStore {

    /** Keeps the row and tells the bytes that it takes, roughly. */
    long add(Row row);

    int size();

    /** @param number less than {@link #size()} */
    AddressedRow get(int number);

    /** @param wholeRows whether the rows themselves are needed, and not only their keys */
    static RowStore of(TableDefinition table, boolean wholeRows) {
        List<Key> keys = table.keys();
        boolean isNumbered = !wholeRows
                && !keys.isEmpty()
                && keys.get(0).columns().size() == 1
                && keys.get(0).columns().get(0).family() == ColumnType.BIGINT;
        return isNumbered ? new Numbers(table, keys.get(0)) : new Rows(table, wholeRows);
    }

    /** Eight bytes a row, for keys such as {@code id}. */
    final class Numbers implements RowStore {
        private static final int FIRST_CAPACITY = 64;

        private final Key key;
        private final TableDefinition table;
        private final int position;
        private long[] numbers = new long[FIRST_CAPACITY];
        private int size;

        Numbers(TableDefinition table, Key key) {
            this.key = key;
            this.table = table;
            this.position = table.position(key.columns().get(0).name()).orElseThrow();
        }

        @Override
        public long add(Row row) {
            if (!(row.value(position) instanceof Long number)) {
                throw KeyErrors.none(table);
            }
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size] = number;
            size++;
            return Long.BYTES;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public AddressedRow get(int number) {
            return new AddressedRow(new RowKey(key, List.of(numbers[number])), Optional.empty());
        }
    }

    /** Keys of any kind, with the rows or without. */
    final class Rows implements RowStore {
        private static final int KEY_BYTES = 100;

        private final TableDefinition table;
        private final boolean wholeRows;
        private final List<AddressedRow> rows = new ArrayList<>();

        Rows(TableDefinition table, boolean wholeRows) {
            this.table = table;
            this.wholeRows = wholeRows;
        }

        @Override
        public long add(Row row) {
            AddressedRow added =
                    new AddressedRow(KeyErrors.keyOf(table, row), wholeRows ? Optional.of(row) : Optional.empty());
            rows.add(added);
            return KEY_BYTES + (wholeRows ? RowSize.bytes(row) : 0);
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public AddressedRow get(int number) {
            return rows.get(number);
        }
    }
}
