package org.cdfgateway.domain.table;

/** What INSERT does when a row with the same key exists. */
public enum InsertMode {
    /** The INSERT fails. */
    CREATE,
    /** The row takes the new values. */
    UPSERT
}
