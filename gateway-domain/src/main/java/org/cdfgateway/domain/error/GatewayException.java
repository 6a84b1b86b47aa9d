package org.cdfgateway.domain.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a user of the gateway can meet. The message says what happened, with the value; the hint says what to
 * do next. None of the texts ever holds a secret.
 */
public final class GatewayException extends RuntimeException {
    private final ErrorKind kind;
    private final @Nullable String detail;
    private final @Nullable String hint;
    private final @Nullable String reportedCode;

    public GatewayException(ErrorKind kind, String message) {
        this(kind, message, null, null, null, null);
    }

    private GatewayException(
            ErrorKind kind,
            String message,
            @Nullable String detail,
            @Nullable String hint,
            @Nullable String reportedCode,
            @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.detail = detail;
        this.hint = hint;
        this.reportedCode = reportedCode;
    }

    public GatewayException withDetail(String newDetail) {
        return new GatewayException(kind, text(), newDetail, hint, reportedCode, getCause());
    }

    public GatewayException withHint(String newHint) {
        return new GatewayException(kind, text(), detail, newHint, reportedCode, getCause());
    }

    public GatewayException causedBy(Throwable cause) {
        return new GatewayException(kind, text(), detail, hint, reportedCode, cause);
    }

    /** @param sqlState what PostgreSQL itself said, more exact than the kind: five characters */
    public GatewayException withReportedCode(String sqlState) {
        return new GatewayException(kind, text(), detail, hint, sqlState, getCause());
    }

    public ErrorKind kind() {
        return kind;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** PostgreSQL's own code, where the failure comes from there; clients get it instead of the kind's. */
    public Optional<String> reportedCode() {
        return Optional.ofNullable(reportedCode);
    }
}
