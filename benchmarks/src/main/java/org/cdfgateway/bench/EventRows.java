package org.cdfgateway.bench;

/**
 * Events that no earlier run has written.
 *
 * @param run tells the runs apart
 */
record EventRows(String run) {
    private static final long FIRST_START_MILLIS = 1_700_000_000_000L;

    /** One line of COPY's text format: external_id, type, start_time, description. */
    String copyLine(long number) {
        return run + "-" + number + "\tworkorder\t" + java.time.Instant.ofEpochMilli(startMillis(number))
                + "\tReplace seal of pump " + number % 1000 + "\n";
    }

    /** The same as CDF's JSON. */
    String json(long number) {
        return "{\"externalId\":\"" + run + "-" + number + "\",\"type\":\"workorder\",\"startTime\":"
                + startMillis(number) + ",\"description\":\"Replace seal of pump " + number % 1000 + "\"}";
    }

    private static long startMillis(long number) {
        return FIRST_START_MILLIS + number * 1000;
    }
}
