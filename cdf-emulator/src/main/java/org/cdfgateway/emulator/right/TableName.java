package org.cdfgateway.emulator.right;

import org.jspecify.annotations.Nullable;

/**
 * A RAW table in a scope.
 *
 * @param table null for every table of the database, and for the database itself
 */
public record TableName(String database, @Nullable String table) {}
