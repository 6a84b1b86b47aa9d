package org.cdfgateway.sql.migrate;

/** How much a finding asks of a person. */
public enum Severity {
    /** The statement runs; what it returns may differ in a way worth knowing. */
    NOTE,
    /** The statement cannot be carried over without a person. */
    PROBLEM
}
