package org.cdfgateway.auth.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which tables the store has, as PostgreSQL's catalogs tell. */
final class StoreTables {
    private static final String SCHEMA = "cdf_gateway";

    private StoreTables() {}

    /** @param columns that hold something of their own, quoted for SQL */
    record Table(String name, List<String> columns) {

        /** Quoted for SQL. */
        String target() {
            return SCHEMA + "." + name + " (" + String.join(", ", columns) + ")";
        }
    }

    /** The version that the store's tables have been brought to; empty when there is no store. */
    static Optional<String> version(Connection connection) throws SQLException {
        if (texts(connection, "SELECT 1 WHERE to_regclass('" + SCHEMA + ".flyway_schema_history') IS NOT NULL")
                .isEmpty()) {
            return Optional.empty();
        }
        return texts(
                        connection,
                        "SELECT version FROM " + SCHEMA + ".flyway_schema_history WHERE success AND version"
                                + " IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")
                .stream()
                .findFirst();
    }

    /** All tables but the history of their versions; those that others refer to come first. */
    static List<Table> all(Connection connection) throws SQLException {
        Set<String> waiting = new LinkedHashSet<>(texts(connection, """
                SELECT quote_ident(relname) FROM pg_class
                WHERE relnamespace = 'cdf_gateway'::regnamespace AND relkind = 'r'
                AND relname <> 'flyway_schema_history' ORDER BY relname"""));
        List<Table> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String next = firstWithoutReferences(connection, waiting);
            waiting.remove(next);
            ordered.add(new Table(next, columns(connection, next)));
        }
        return ordered;
    }

    /** Tables that refer to each other in a circle do not occur; the first would be taken. */
    private static String firstWithoutReferences(Connection connection, Set<String> waiting) throws SQLException {
        for (String table : waiting) {
            List<String> references = texts(
                    connection,
                    "SELECT DISTINCT quote_ident(c.relname) FROM pg_constraint f"
                            + " JOIN pg_class c ON c.oid = f.confrelid WHERE f.contype = 'f' AND f.confrelid <> f.conrelid"
                            + " AND f.conrelid = '" + SCHEMA + "." + table + "'::regclass");
            if (references.stream().noneMatch(waiting::contains)) {
                return table;
            }
        }
        return waiting.iterator().next();
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        return texts(
                connection,
                "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = '" + SCHEMA + "." + table
                        + "'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum");
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
