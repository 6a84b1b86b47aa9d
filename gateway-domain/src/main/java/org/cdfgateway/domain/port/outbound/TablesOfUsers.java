package org.cdfgateway.domain.port.outbound;

/** Which tables each gateway user has. Safe for use by several threads. */
@FunctionalInterface
public interface TablesOfUsers {

    /** Asks nobody; the result follows what administrators change. Users without custom tables have the built-in ones. */
    UserTables of(String username);
}
