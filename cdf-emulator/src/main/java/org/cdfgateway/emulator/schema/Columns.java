package org.cdfgateway.emulator.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a sequence in their order. Immutable.
 *
 * @param texts columns of texts there ever were; removed ones count too
 * @param numbers columns of numbers there ever were
 */
public record Columns(List<Column> present, int texts, int numbers) {

    public static final Columns NONE = new Columns(List.of(), 0, 0);

    /** All columns of a sequence together. */
    static final int MAX = 400;

    public Columns {
        present = List.copyOf(present);
    }

    /** @param columns whose keys are 0, 1, 2, ... */
    public static Columns of(List<Column> columns) {
        return NONE.with(columns, columns);
    }

    /** The key of the next column. */
    int nextKey() {
        return texts + numbers;
    }

    Columns with(List<Column> columns, List<Column> added) {
        int addedTexts = (int)
                added.stream().filter(column -> column.valueType().isText()).count();
        return new Columns(columns, texts + addedTexts, numbers + added.size() - addedTexts);
    }

    /** With the time of the request at what is new. */
    public Columns at(long now) {
        return new Columns(present.stream().map(column -> column.at(now)).toList(), texts, numbers);
    }

    public @Nullable Column find(String externalId) {
        for (Column column : present) {
            if (column.externalId().equals(externalId)) {
                return column;
            }
        }
        return null;
    }
}
