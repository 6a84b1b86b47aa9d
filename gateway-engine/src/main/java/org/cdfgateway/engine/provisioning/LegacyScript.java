package org.cdfgateway.engine.provisioning;

import static org.cdfgateway.engine.provisioning.SqlText.identifier;
import static org.cdfgateway.engine.provisioning.SqlText.literal;

import java.util.stream.Collectors;
import org.cdfgateway.domain.migration.LegacyColumn;
import org.cdfgateway.domain.migration.LegacyTable;
import org.cdfgateway.domain.table.Column;

/**
 * A table as version 1.0 had it, over the foreign table of its successor:
 *
 * <pre>
 * v1.raw           like public.raw_rows with the names and columns of 1.0; conditions and changes go through it
 * v1_copy.raw      foreign table for COPY FROM
 * </pre>
 *
 * A column that 2.0 has not reads null and cannot be written.
 */
final class LegacyScript {

    private final LegacyTable table;
    private final String name;
    private final String successor;

    LegacyScript(LegacyTable table) {
        this.table = table;
        this.name = identifier(table.name());
        this.successor = identifier(table.successor().name());
    }

    String sql() {
        return view()
                + copyTarget()
                + table.columns().stream().map(this::column).collect(Collectors.joining());
    }

    private String view() {
        String columns = table.columns().stream().map(LegacyScript::selected).collect(Collectors.joining(", "));
        return """
                CREATE VIEW v1.%1$s WITH (security_barrier) AS SELECT %2$s FROM cdf.%3$s;
                ALTER VIEW v1.%1$s OWNER TO cdf_owner;
                COMMENT ON VIEW v1.%1$s IS %4$s;
                GRANT SELECT, INSERT, UPDATE, DELETE ON v1.%1$s TO PUBLIC;
                """.formatted(
                        name, columns, successor, literal(table.successor().comment() + "; as version 1.0 had it"));
    }

    private static String selected(LegacyColumn column) {
        return column.successor().map(SqlText::identifier).orElse("NULL::character varying") + " AS "
                + identifier(column.name());
    }

    private String copyTarget() {
        String columns = table.columns().stream()
                .filter(column -> !column.isRemoved())
                .map(column -> "  " + identifier(column.name()) + " "
                        + successorOf(column).type().ddl() + " OPTIONS (column_name "
                        + literal(successorOf(column).name()) + ")")
                .collect(Collectors.joining(",\n"));
        return """
                CREATE FOREIGN TABLE v1_copy.%1$s (
                %2$s
                ) SERVER cdf OPTIONS (schema_name 'public', table_name %3$s, batch_size '%4$d');
                GRANT SELECT, INSERT ON v1_copy.%1$s TO PUBLIC;
                """.formatted(
                        name, columns, literal(table.successor().name()), TableScript.batchRows(table.successor()));
    }

    private String column(LegacyColumn column) {
        if (column.isRemoved()) {
            return comment(
                    column, "2.0 has no such column: it reads null and cannot be written. See docs/migration.md");
        }
        Column current = successorOf(column);
        return comment(column, current.comment()) + TableScript.length("v1." + name, column.name(), current.type());
    }

    private String comment(LegacyColumn column, String text) {
        return "COMMENT ON COLUMN v1.%s.%s IS %s;\n".formatted(name, identifier(column.name()), literal(text));
    }

    private Column successorOf(LegacyColumn column) {
        return table.successor().column(column.successor().orElseThrow());
    }
}
