package org.cdfgateway.sql.migrate;

import java.util.Set;
import org.cdfgateway.sql.edit.Quoting;

/** How a 2.0 name is written in place of a 1.0 name. */
final class NewName {
    /** Names of columns and tables of either version that are reserved words. */
    private static final Set<String> RESERVED = Set.of("values", "table");

    private NewName() {}

    static String plain(String name) {
        return RESERVED.contains(name) ? Quoting.identifier(name) : name;
    }

    /** A name in quotes stays in quotes. */
    static String like(StatementTokens tokens, int token, String name) {
        return tokens.isQuoted(token) ? Quoting.identifier(name) : plain(name);
    }
}
