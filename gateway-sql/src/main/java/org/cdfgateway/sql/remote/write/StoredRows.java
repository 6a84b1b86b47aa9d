package org.cdfgateway.sql.remote.write;

/** Whether somebody looks at new rows as CDF has stored them. */
enum StoredRows {
    WANTED,
    UNSEEN
}
