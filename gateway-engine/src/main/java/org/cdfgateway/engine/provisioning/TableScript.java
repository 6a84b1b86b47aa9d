package org.cdfgateway.engine.provisioning;

import static org.cdfgateway.engine.provisioning.SqlText.identifier;
import static org.cdfgateway.engine.provisioning.SqlText.literal;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.custom.CustomTableSchemas;

/**
 * The three relations behind one CDF table:
 *
 * <pre>
 * cdf.assets       foreign table, texts without length: postgres_fdw would refuse longer ones that CDF returns
 * public.assets    what users see: a security barrier view over it, so that only leakproof conditions are shipped;
 *                  its columns carry the lengths, so that the catalog shows them and INSERT checks them
 * cdf_copy.assets  foreign table with lengths, for COPY FROM, which cannot write to a view; COPY's own WHERE needs the
 *                  right to read it
 * </pre>
 */
final class TableScript {

    /** PostgreSQL sends at most 65535 parameters with a statement, one for each value of a batch. */
    private static final int MAX_PARAMETERS = 65_535;

    private static final int MAX_BATCH_ROWS = 10_000;

    /** {@code atttypmod} of a varchar is its length and the size of a varlena header. */
    private static final int TYPMOD_OFFSET = 4;

    private final TableDefinition table;
    private final String foreign;
    private final String copyTarget;
    private final String view;

    private TableScript(TableDefinition table, RelationNames names) {
        this.table = table;
        this.foreign = RelationNames.sql(names.foreign());
        this.copyTarget = RelationNames.sql(names.copyTarget());
        this.view = RelationNames.sql(names.view());
    }

    static TableScript ofBuiltIn(TableDefinition table) {
        return new TableScript(table, RelationNames.ofBuiltIn(table));
    }

    /** A custom table has its relations in other schemas: {@link CustomTableSchemas}. */
    static TableScript ofCustom(TableDefinition table) {
        return new TableScript(table, RelationNames.ofCustom(table));
    }

    String sql() {
        return foreignTable(foreign, column -> column.type().ddlWithoutLength())
                + foreignTable(copyTarget, column -> column.type().ddl())
                + view()
                + table.columns().stream().map(this::column).collect(Collectors.joining());
    }

    private String foreignTable(String name, Function<Column, String> type) {
        String columns = table.columns().stream()
                .map(column -> "  " + identifier(column.name()) + " " + type.apply(column))
                .collect(Collectors.joining(",\n"));
        return """
                CREATE FOREIGN TABLE %s (
                %s
                ) SERVER cdf OPTIONS (schema_name %s, table_name %s, fetch_size '%d', batch_size '%d');
                """.formatted(
                name, columns, literal(table.schema()), literal(table.name()), table.fetchSize(), batchRows(table));
    }

    /** How many rows postgres_fdw sends with one INSERT. */
    static int batchRows(TableDefinition table) {
        return Math.min(MAX_BATCH_ROWS, MAX_PARAMETERS / table.columns().size());
    }

    private String view() {
        return """
                CREATE VIEW %1$s WITH (security_barrier) AS SELECT * FROM %2$s;
                ALTER VIEW %1$s OWNER TO cdf_owner;
                COMMENT ON VIEW %1$s IS %4$s;
                GRANT SELECT, INSERT, UPDATE, DELETE ON %2$s TO cdf_owner;
                GRANT SELECT, INSERT, UPDATE, DELETE ON %1$s TO PUBLIC;
                GRANT SELECT, INSERT ON %3$s TO PUBLIC;
                """.formatted(view, foreign, copyTarget, literal(table.comment()));
    }

    private String column(Column column) {
        return "COMMENT ON COLUMN %s.%s IS %s;\n".formatted(view, identifier(column.name()), literal(column.comment()))
                + length(view, column.name(), column.type());
    }

    /** Lets a column of a view show the length that its texts may have when written; empty when there is none. */
    static String length(String view, String column, SqlType type) {
        if (type.maxLength().isEmpty()) {
            return "";
        }
        return "UPDATE pg_catalog.pg_attribute SET atttypmod = %d WHERE attrelid = %s::regclass AND attname = %s;\n"
                .formatted(type.maxLength().getAsInt() + TYPMOD_OFFSET, literal(view), literal(column));
    }
}
