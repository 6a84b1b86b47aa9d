package org.cdfgateway.pgwire.message;

import java.util.Optional;

/** The fields of ErrorResponse and NoticeResponse that we write and look at: S and V, C, M, D, H. */
public record Diagnostic(
        Severity severity, String sqlState, String message, Optional<String> detail, Optional<String> hint) {

    public static Diagnostic of(Severity severity, String sqlState, String message) {
        return new Diagnostic(severity, sqlState, message, Optional.empty(), Optional.empty());
    }

    public Diagnostic as(Severity other) {
        return new Diagnostic(other, sqlState, message, detail, hint);
    }
}
