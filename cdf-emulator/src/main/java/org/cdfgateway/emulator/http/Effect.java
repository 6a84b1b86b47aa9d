package org.cdfgateway.emulator.http;

import java.util.List;

/** Whether a call may change what is stored. */
enum Effect {
    READS,
    CHANGES;

    /**
     * Last parts of paths that only read although they are sent with POST. Access tokens are not stored for good, so
     * handing one out counts as reading.
     */
    private static final List<String> READING = List.of(
            "/aggregate",
            "/byids",
            "/downloadlink",
            "/inspect",
            "/latest",
            "/list",
            "/query",
            "/retry",
            "/search",
            "/sync",
            "/oauth2/v2.0/token");

    static Effect of(String method, String path) {
        return method.equals("GET") || READING.stream().anyMatch(path::endsWith) ? READS : CHANGES;
    }
}
