package org.cdfgateway.domain.table.custom;

import static org.cdfgateway.domain.table.Pushable.LOOKUP;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.SqlType.TEXT;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;
import static org.cdfgateway.domain.table.WriteRule.REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.WRITABLE;

import java.util.Set;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.TableDefinition;

/** The table that shows one RAW table in columns: reference/postgres-gateway.md section 4.4. */
public final class RawTableDefinition {

    /** The rows' key, of tables that declare no primary key. */
    public static final String KEY = "_raw_key";

    public static final String LAST_UPDATED_TIME = "_raw_last_updated_time";

    private RawTableDefinition() {}

    static TableDefinition of(String name, RawSource source) {
        TableDefinition.Builder table = TableDefinition.table(
                name, "Rows of RAW table " + source.table() + " in database " + source.database());
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

    /** Only texts have one spelling each, so that a row can be asked for by its key. */
    private static void primaryKey(TableDefinition.Builder table, CustomColumn column) {
        boolean isText = column.type().sqlType().family() == ColumnType.TEXT;
        table.column(
                column.name(),
                column.type().sqlType(),
                column.name(),
                REQUIRED,
                isText ? Set.of(LOOKUP) : Set.of(),
                "Column " + column.name() + " of the row, and its key in RAW");
    }
}
