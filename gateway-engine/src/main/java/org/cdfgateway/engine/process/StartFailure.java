package org.cdfgateway.engine.process;

import java.util.List;

/** PostgreSQL ended before it was ready, or was not ready in time. */
final class StartFailure extends Exception {

    private static final String PORT_TAKEN = "could not create any TCP/IP sockets";

    /** Both say that processes of an earlier PostgreSQL are still about to end. */
    private static final List<String> PREDECESSOR =
            List.of("pre-existing shared memory block", "lock file \"postmaster.pid\" already exists");

    private final String log;

    StartFailure(String message, String log) {
        super(message + (log.isEmpty() ? "" : ": " + log));
        this.log = log;
    }

    boolean isPortTaken() {
        return log.contains(PORT_TAKEN);
    }

    boolean isPredecessorEnding() {
        return PREDECESSOR.stream().anyMatch(log::contains);
    }
}
