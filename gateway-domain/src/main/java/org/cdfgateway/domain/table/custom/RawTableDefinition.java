package org.cdfgateway.domain.table.custom;

import static org.cdfgateway.domain.table.Pushable.LOOKUP;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.SqlType.TEXT;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;
import static org.cdfgateway.domain.table.WriteRule.REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.WRITABLE;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** The table that shows one RAW table in columns: reference/postgres-gateway.md section 4.4. */
public final class RawTableDefinition {

    /** The rows' key, of tables that declare no primary key. */
    public static final String KEY = "_raw_key";

    public static final String LAST_UPDATED_TIME = "_raw_last_updated_time";

    private RawTableDefinition() {}

    static TableDefinition of(String name, RawSource source) {
        TableDefinition.Builder table = TableDefinition.table(
                        name, "Rows of RAW table " + source.table() + " in database " + source.database())
                .nullElements();
        if (source.primaryKey().isEmpty()) {
            table.column(KEY, TEXT, "key", REQUIRED, Set.of(LOOKUP), "Key of the row in its table");
        }
        for (CustomColumn column : source.columns()) {
            if (source.primaryKey().filter(column.name()::equals).isPresent()) {
                primaryKey(table, column);
            } else {
                table.column(
                        column.name(),
                        column.type().sqlType(),
                        column.name(),
                        WRITABLE,
                        Set.of(),
                        "Column " + column.name() + " of the row");
            }
        }
        return table.column(
                        LAST_UPDATED_TIME,
                        TIMESTAMPTZ,
                        "lastUpdatedTime",
                        READ_ONLY,
                        Set.of(RANGE),
                        "When the row last changed")
                .key(source.primaryKey().orElse(KEY))
                .upsert()
                .build();
    }

    /**
     * Texts and whole numbers are equal only when they are spelled alike, as keys are, so that a row can be asked for by
     * its key; zeros of fractions are not.
     */
    private static void primaryKey(TableDefinition.Builder table, CustomColumn column) {
        boolean isSpelledInOneWay = switch (column.type().sqlType().family()) {
            case TEXT, BIGINT -> true;
            case BOOLEAN, DOUBLE, REAL, TIMESTAMPTZ, BYTEA, JSON -> false;
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY -> false;
        };
        table.column(
                column.name(),
                column.type().sqlType(),
                column.name(),
                REQUIRED,
                isSpelledInOneWay ? Set.of(LOOKUP) : Set.of(),
                "Column " + column.name() + " of the row, and its key in RAW");
    }
}
