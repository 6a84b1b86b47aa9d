package org.cdfgateway.sql.migrate;

/** What matters about the columns that a query returns. */
enum Output {
    /** Their names, order and number: a client, a view or an outer query sees them. */
    NAMED,
    /** Their order and number only: {@code IN (SELECT ...)}, {@code INSERT ... SELECT}. */
    POSITIONAL,
    /** Nothing: {@code EXISTS (SELECT ...)}. */
    IGNORED
}
