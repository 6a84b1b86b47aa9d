package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Which points are read by their status, and whether it is shown.
 *
 * @param isShown whether statuses other than Good are written
 */
record StatusRule(boolean isShown, boolean ignoresBad, boolean treatsUncertainAsBad) {

    static StatusRule parse(JsonNode item) {
        return new StatusRule(
                item.path("includeStatus").asBoolean(false),
                item.path("ignoreBadDataPoints").asBoolean(true),
                item.path("treatUncertainAsBad").asBoolean(true));
    }

    boolean accepts(int status) {
        return !ignoresBad || StatusCode.isGood(status) || (!StatusCode.isBad(status) && !treatsUncertainAsBad);
    }

    /** Whether a numeric point has a value that aggregates are computed from. */
    boolean counts(PointColumn column, int index) {
        int status = column.status(index);
        return (StatusCode.isGood(status) || (!StatusCode.isBad(status) && !treatsUncertainAsBad))
                && Double.isFinite(column.number(index));
    }

    boolean acceptsAll() {
        return !ignoresBad;
    }
}
