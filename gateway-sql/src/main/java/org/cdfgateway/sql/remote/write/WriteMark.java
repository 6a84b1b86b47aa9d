package org.cdfgateway.sql.remote.write;

import java.util.LinkedHashMap;
import java.util.Map;

/** A point in the writing of a transaction, to which it can go back, and what has been sent of what came after it. */
public final class WriteMark {
    private final long position;
    private final Map<Operation, Long> sentSince = new LinkedHashMap<>();

    /** @param position number of the last row before the mark */
    WriteMark(long position) {
        this.position = position;
    }

    long position() {
        return position;
    }

    void sent(Operation operation, long rows) {
        if (rows > 0) {
            sentSince.merge(operation, rows, Long::sum);
        }
    }

    Map<Operation, Long> sentSince() {
        return sentSince;
    }
}
