package org.cdfgateway.domain.table.custom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;

/**
 * Where the engine keeps the foreign tables behind custom tables: apart from those of built-in ones, so that names never
 * meet. Those of data models, which have schemas of their own, stand together and have the schema in their names.
 */
public final class CustomTableSchemas {
    /** What PostgreSQL takes for the name of a table or column, in UTF-8. */
    public static final int MAX_NAME_BYTES = 63;

    /** How the names of all schemas of the gateway's own begin. */
    public static final String RESERVED_PREFIX = "cdf";

    public static final String TABLES = "cdf_custom";
    public static final String COPY_TARGETS = "cdf_custom_copy";
    public static final String MODEL_TABLES = "cdf_models";
    public static final String MODEL_COPY_TARGETS = "cdf_models_copy";

    private CustomTableSchemas() {}

    /** The foreign table that the user's table is a view over. */
    public static TableName foreignTable(TableName table) {
        return isOfModel(table)
                ? new TableName(MODEL_TABLES, nameInModels(table))
                : new TableName(TABLES, table.name());
    }

    /** The foreign table that COPY FROM writes to. */
    public static TableName copyTarget(TableName table) {
        return isOfModel(table)
                ? new TableName(MODEL_COPY_TARGETS, nameInModels(table))
                : new TableName(COPY_TARGETS, table.name());
    }

    public static boolean isOfModel(TableName table) {
        return !table.schema().equals(TableDefinition.PUBLIC);
    }

    /** Views' names have no dots, so what stands before the last one is the schema; a hash, when it gets too long, has none. */
    private static String nameInModels(TableName table) {
        String name = table.schema() + "." + table.name();
        return isTooLong(name) ? hash(name) : name;
    }

    /** Whether PostgreSQL would cut the name. */
    public static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, MAX_NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
