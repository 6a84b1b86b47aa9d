package org.cdfgateway.pgwire.message;

/** How grave a diagnostic is. FATAL and PANIC end the session. */
public enum Severity {
    PANIC,
    FATAL,
    ERROR,
    WARNING,
    NOTICE,
    INFO,
    LOG,
    DEBUG;

    public boolean endsSession() {
        return this == FATAL || this == PANIC;
    }
}
