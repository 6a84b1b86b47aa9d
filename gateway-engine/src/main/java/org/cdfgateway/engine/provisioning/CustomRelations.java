package org.cdfgateway.engine.provisioning;

import static org.cdfgateway.engine.provisioning.SqlText.identifier;
import static org.cdfgateway.engine.provisioning.SqlText.literal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;
import org.cdfgateway.domain.table.custom.CustomTableSchemas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The custom tables in one user's database. Foreign tables remember in their comments what they were made from, so only
 * what differs is touched. Each table comes and goes in a transaction of its own.
 */
final class CustomRelations {

    private static final Logger LOG = LoggerFactory.getLogger(CustomRelations.class);
    private static final String COMMENT = "Layout ";

    /** Data models have all schemas that are neither PostgreSQL's nor the gateway's. */
    private static final String MODEL_SCHEMAS = """
            SELECT nspname FROM pg_namespace
            WHERE nspname NOT IN ('public', 'information_schema') AND nspname !~ '^(pg_|cdf|v1)'
            """;

    private final Connection database;
    private final LockBreaker locks;
    private Optional<SQLException> failure = Optional.empty();

    /** @param database of the user, connected as superuser; stays the caller's */
    CustomRelations(Connection database) {
        this.database = database;
        this.locks = new LockBreaker(database);
    }

    /** Makes the database have these custom tables. One that cannot be made or dropped does not keep the others: the first failure. */
    Optional<SQLException> become(List<TableDefinition> wanted) throws SQLException {
        Map<TableName, String> missing = new LinkedHashMap<>();
        Set<String> schemas = new HashSet<>();
        for (TableDefinition table : wanted) {
            missing.put(CustomTableSchemas.foreignTable(table.id()), script(table));
            schemas.add(table.schema());
        }
        present().forEach((table, comment) -> {
            String script = missing.get(table);
            if (script != null && comment.equals(comment(script))) {
                missing.remove(table);
            } else {
                attempt("dropped", table, () -> drop(table));
            }
        });
        dropSchemasExcept(schemas);
        missing.forEach((table, script) -> attempt("made", table, () -> make(table, script)));
        return failure;
    }

    private Map<TableName, String> present() throws SQLException {
        Map<TableName, String> present = new HashMap<>();
        String query = """
                SELECT nspname, relname, coalesce(obj_description(pg_class.oid, 'pg_class'), '')
                FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE relkind = 'f' AND nspname IN ('%s', '%s')
                """.formatted(CustomTableSchemas.TABLES, CustomTableSchemas.MODEL_TABLES);
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                present.put(new TableName(rows.getString(1), rows.getString(2)), rows.getString(3));
            }
        }
        return present;
    }

    private static String script(TableDefinition table) {
        String schema = identifier(table.schema());
        String make = CustomTableSchemas.isOfModel(table.id())
                ? "CREATE SCHEMA IF NOT EXISTS " + schema + ";\nGRANT USAGE ON SCHEMA " + schema + " TO PUBLIC;\n"
                : "";
        return make + TableScript.ofCustom(table).sql();
    }

    private static String comment(String script) {
        return COMMENT + Layout.hash(script);
    }

    private void make(TableName table, String script) throws SQLException {
        locks.execute(
                script + "COMMENT ON FOREIGN TABLE " + RelationNames.sql(table) + " IS " + literal(comment(script)));
    }

    /** With the view over it, and views that users have made over that for the time of a session. */
    private void drop(TableName table) throws SQLException {
        locks.execute("DROP FOREIGN TABLE IF EXISTS " + RelationNames.sql(table) + ", "
                + RelationNames.sql(new TableName(table.schema() + "_copy", table.name())) + " CASCADE");
    }

    private void dropSchemasExcept(Set<String> wanted) throws SQLException {
        Set<String> gone = new HashSet<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(MODEL_SCHEMAS)) {
            while (rows.next()) {
                gone.add(rows.getString(1));
            }
        }
        gone.removeAll(wanted);
        for (String schema : gone) {
            attempt(
                    "dropped",
                    new TableName(schema, "*"),
                    () -> locks.execute("DROP SCHEMA " + identifier(schema) + " CASCADE"));
        }
    }

    private void attempt(String action, TableName table, Change change) {
        try {
            change.run();
        } catch (SQLException e) {
            LOG.error("custom table {} cannot be {}", table, action, e);
            failure = failure.or(() -> Optional.of(e));
        }
    }

    @FunctionalInterface
    private interface Change {
        void run() throws SQLException;
    }
}
