package org.cdfgateway.sql.remote.write;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.write.RowKey;
import org.jspecify.annotations.Nullable;

/** The memory that rows and keys take, roughly. */
public final class RowSize {
    private static final int ROW_BYTES = 32;
    private static final int VALUE_BYTES = 24;
    private static final int BYTES_PER_CHARACTER = 2;

    private RowSize() {}

    public static long bytes(Row row) {
        long bytes = ROW_BYTES;
        for (Object value : row.values()) {
            bytes += bytesOf(value);
        }
        return bytes;
    }

    /** The memory that a key takes. */
    static long bytes(RowKey key) {
        long bytes = 2 * ROW_BYTES;
        for (Object value : key.values()) {
            bytes += bytesOf(value);
        }
        return bytes;
    }

    private static long bytesOf(@Nullable Object value) {
        if (value instanceof String text) {
            return VALUE_BYTES + (long) BYTES_PER_CHARACTER * text.length();
        }
        if (value instanceof List<?> elements) {
            long bytes = VALUE_BYTES;
            for (Object element : elements) {
                bytes += bytesOf(element);
            }
            return bytes;
        }
        return VALUE_BYTES;
    }
}
