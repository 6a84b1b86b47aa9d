package org.cdfgateway.domain.write;

/** What becomes of a change of rows some of which do not exist. */
public enum MissingRows {
    /** Nothing is changed, and the statement fails. */
    FAIL,
    /** The others are changed. */
    SKIP
}
