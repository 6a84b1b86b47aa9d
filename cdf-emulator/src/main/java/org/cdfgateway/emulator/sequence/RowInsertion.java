package org.cdfgateway.emulator.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.resource.RequestItems;
import org.cdfgateway.emulator.schema.Column;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.sequence.SequenceRows.Row;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.jspecify.annotations.Nullable;

/** One insert request, read and checked as a whole before anything of it is stored. */
final class RowInsertion {

    /** The rows for one sequence. */
    private record Part(long sequenceId, List<Row> rows, BitSet named) {}

    private final List<Part> parts = new ArrayList<>();
    private int rows;
    private int values;

    private RowInsertion() {}

    /** @throws ApiError for anything that CDF refuses */
    static RowInsertion parse(JsonNode items, ItemStore sequences, Predicate<Item> writable) {
        RowInsertion insertion = new RowInsertion();
        List<JsonNode> all = RequestItems.of(items, RowLimits.MAX_ITEMS);
        for (int i = 0; i < all.size(); i++) {
            String path = "items[" + i + "]";
            insertion.read(all.get(i), path, SequenceReference.find(all.get(i), path, sequences, writable));
        }
        return insertion;
    }

    private void read(JsonNode item, String path, Item sequence) {
        JsonNode json = item.path("rows");
        if (!item.hasNonNull("columns") || !item.hasNonNull("rows")) {
            throw ApiError.missingFields(List.of(path + (item.hasNonNull("columns") ? ".rows" : ".columns")));
        }
        if (!json.isArray()) {
            throw Violations.wrongType(path + ".rows", "array", json);
        }
        List<Column> columns =
                SequenceReference.columns(item.path("columns"), sequence, RowLimits.MAX_INSERTED_COLUMNS);
        rows += json.size();
        values += json.size() * columns.size();
        Violations violations = new Violations();
        violations.requireSize(path + ".rows", json.size(), 1, RowLimits.MAX_ROWS);
        violations.requireSize("rows of all items", rows, 1, RowLimits.MAX_ROWS);
        violations.requireSize("values of all items", values, 1, RowLimits.MAX_VALUES);
        violations.check();
        int width = columns.stream().mapToInt(Column::key).max().orElse(0) + 1;
        BitSet named = new BitSet(width);
        columns.forEach(column -> named.set(column.key()));
        List<Row> read = new ArrayList<>(json.size());
        for (JsonNode row : json) {
            read.add(row(row, columns, width, sequence));
        }
        parts.add(new Part(sequence.id(), read, named));
    }

    private static long number(JsonNode row, Item sequence) {
        JsonNode number = row.path("rowNumber");
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
            throw error(sequence, "rowNumber must be a whole number from 0, got " + number);
        }
        return number.longValue();
    }

    private static Row row(JsonNode row, List<Column> columns, int width, Item sequence) {
        long number = number(row, sequence);
        JsonNode given = row.path("values");
        if (!given.isArray() || given.size() != columns.size()) {
            throw ApiError.badRequest(
                    "expected " + columns.size() + " values in row " + row.path("rowNumber") + ", got " + given.size());
        }
        @Nullable Object[] values = new @Nullable Object[width];
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            JsonNode value = given.get(i);
            values[column.key()] = value.isNull() ? null : column.valueType().read(value);
            if (!value.isNull() && values[column.key()] == null) {
                throw error(
                        sequence,
                        "row " + row.path("rowNumber") + ", column " + column.externalId() + ": not a valid "
                                + column.valueType() + ": " + value);
            }
        }
        if (Arrays.stream(values).allMatch(Objects::isNull)) {
            throw error(sequence, "row " + row.path("rowNumber") + " has no value");
        }
        return new Row(number, values);
    }

    private static ApiError error(Item sequence, String message) {
        return ApiError.badRequest("error in sequence " + sequence.id() + ": " + message);
    }

    /** Rows for all sequences together. */
    int size() {
        return rows;
    }

    void applyTo(SequenceRows store) {
        parts.forEach(part -> store.put(part.sequenceId(), part.rows(), part.named()));
    }
}
