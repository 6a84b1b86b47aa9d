package org.cdfgateway.sql.remote.write;

/** How far the rows of one table have come in a transaction; a table's rows are sent in the order they were inserted. */
final class TableProgress {
    /** Rows that went into the buffer. */
    long inserted;
    /** Rows that left it again to be sent. */
    long sent;
    /** Rows that were sent without being held. */
    long direct;

    TableProgress copy() {
        TableProgress copy = new TableProgress();
        copy.inserted = inserted;
        copy.sent = sent;
        copy.direct = direct;
        return copy;
    }
}
