package org.cdfgateway.app.admin;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.domain.table.custom.CustomTableSchemas;

/** Which names custom tables and their columns can have (reference/postgres-gateway.md section 8, rows 17 and 18). */
final class TableNames {
    private static final Set<String> BUILT_IN = BuiltInTables.ALL.stream()
            .map(table -> table.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** Schemas that databases have already; those of PostgreSQL and of the gateway. */
    private static final Set<String> TAKEN_SCHEMAS = Set.of(TableDefinition.PUBLIC, "information_schema");

    private static final List<String> RESERVED_PREFIXES = List.of("pg_", CustomTableSchemas.RESERVED_PREFIX, "v1");

    /** PostgreSQL gives every table these columns. */
    private static final Set<String> SYSTEM_COLUMNS = Set.of("ctid", "tableoid", "xmin", "xmax", "cmin", "cmax");

    private static final String RESERVED_COLUMNS = "_raw_";

    private TableNames() {}

    /** @throws ApiException 400 */
    static String table(String path, String name) {
        requireName(path, name);
        if (BUILT_IN.contains(name.toLowerCase(Locale.ROOT))) {
            throw ApiException.malformed(path + ": \"" + name + "\" is the name of a built-in table");
        }
        return name;
    }

    /** @throws ApiException 400 */
    static String schema(String path, String name) {
        requireName(path, name);
        String folded = name.toLowerCase(Locale.ROOT);
        if (TAKEN_SCHEMAS.contains(folded) || RESERVED_PREFIXES.stream().anyMatch(folded::startsWith)) {
            throw ApiException.malformed(path + ": \"" + name + "\" cannot be the schema of a data model (reserved: "
                    + "public, information_schema, and what begins with pg_, cdf or v1)");
        }
        return name;
    }

    /** @throws ApiException 400 */
    static String rawColumn(String path, String name) {
        requireName(path, name);
        if (name.startsWith(RESERVED_COLUMNS)) {
            throw ApiException.malformed(path + ": \"" + name + "\" begins with " + RESERVED_COLUMNS
                    + ", which is reserved for columns that the gateway adds");
        }
        return name;
    }

    /**
     * Whether PostgreSQL can have the tables.
     *
     * @param path of the item that they are made from
     * @param maxColumns of each
     * @throws ApiException 400
     */
    static void requirePossible(String path, List<TableDefinition> tables, int maxColumns) {
        Set<String> names = new HashSet<>();
        for (TableDefinition table : tables) {
            requireName(path, table.name());
            if (!names.add(table.name())) {
                throw ApiException.malformed(path + ": two views of the data model have the external id \""
                        + table.name() + "\"; register them as single tables of type view with names of their own");
            }
            if (table.columns().size() > maxColumns) {
                throw ApiException.malformed(path + ": \"" + table.name() + "\" would have "
                        + table.columns().size() + " columns, with those that the gateway adds (expected: at most "
                        + maxColumns + ")");
            }
            for (Column column : table.columns()) {
                requireName(path + ": column of \"" + table.name() + "\"", column.name());
                if (SYSTEM_COLUMNS.contains(column.name())) {
                    throw ApiException.malformed(path + ": column \"" + column.name() + "\" of \"" + table.name()
                            + "\" has the name of a column that PostgreSQL gives every table");
                }
            }
        }
    }

    private static void requireName(String path, String name) {
        boolean isText = StandardCharsets.UTF_8.newEncoder().canEncode(name);
        if (name.isEmpty() || !isText || name.indexOf('\0') >= 0 || CustomTableSchemas.isTooLong(name)) {
            String shown = name.length() > 100 ? name.substring(0, 100) + "..." : name;
            throw ApiException.malformed(
                    path + ": \"" + shown.replace('\0', '?') + "\" cannot be a name (expected: 1 to "
                            + CustomTableSchemas.MAX_NAME_BYTES + " bytes in UTF-8, without the character zero)");
        }
    }
}
