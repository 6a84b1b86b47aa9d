package org.cdfgateway.sql.remote.write;

import java.util.Map;

/** A point in the writing of a transaction, to which it can go back. */
public final class WriteMark {
    private final Map<String, TableProgress> progress;

    WriteMark(Map<String, TableProgress> progress) {
        this.progress = progress;
    }

    TableProgress progress(String table) {
        return progress.getOrDefault(table, new TableProgress());
    }
}
