package org.cdfgateway.cdf.raw;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How RAW's rows become those of one scan. Safe for use by several threads. */
interface RawRowForm {

    /** Asks for keys and times only (reference/cdf-api-data.md section 10.4). */
    String NO_COLUMNS = ",";

    /** Names of the columns that are needed, with commas between them; null for all, {@link #NO_COLUMNS} for none. */
    @Nullable
    String neededColumns();

    /**
     * The row that the parser stands on; afterwards the parser stands on its last token.
     *
     * @param table that the row is of
     */
    KeyedRow row(RawTable table, JsonParser parser) throws IOException;
}
