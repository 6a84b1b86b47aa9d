package org.cdfgateway.cdf.error;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** What CDF's errors mean to a user of the gateway (reference/code-style.md section 3.16). */
public final class CdfFailures {
    /** Keys that a DETAIL names; the rest is counted. */
    private static final int MAX_KEYS = 10;

    private static final int MAX_KEY_CHARACTERS = 300;

    private static final String LOOK_FIRST =
            "It is not known whether CDF has carried out this request; look before you repeat it.";
    private static final String TRY_LATER = "Try again later; the gateway has tried several times.";

    private CdfFailures() {}

    /** @param retryAfter how long CDF asks to wait, when it does */
    public static GatewayException answered(Operation operation, CdfError error, Optional<Duration> retryAfter) {
        ErrorKind kind = kind(operation, error);
        GatewayException failure = new GatewayException(kind, message(kind, operation, error));
        String detail = detail(error);
        if (!detail.isEmpty()) {
            failure = failure.withDetail(detail);
        }
        Optional<String> hint = hint(kind, operation, retryAfter);
        return hint.isPresent() ? failure.withHint(hint.get()) : failure;
    }

    /** No answer: CDF cannot be reached, or it broke off. */
    public static GatewayException unreachable(Operation operation, IOException cause) {
        GatewayException failure = new GatewayException(
                        ErrorKind.IO_ERROR, "could not " + operation + ": CDF cannot be reached")
                .withDetail(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                .causedBy(cause);
        boolean sent = !(cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
        return failure.withHint(operation.writes() && sent ? LOOK_FIRST : TRY_LATER);
    }

    public static GatewayException canceled(Operation operation) {
        return new GatewayException(ErrorKind.QUERY_CANCELED, "canceled the request to " + operation);
    }

    private static ErrorKind kind(Operation operation, CdfError error) {
        if (!error.duplicated().isEmpty() && operation.writes()) {
            return ErrorKind.UNIQUE_VIOLATION;
        }
        return switch (error.status()) {
            case 401 -> ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION;
            case 403 -> ErrorKind.INSUFFICIENT_PRIVILEGE;
            case 404 -> ErrorKind.UNDEFINED_TABLE;
            case 409 -> operation.writes() ? ErrorKind.UNIQUE_VIOLATION : ErrorKind.INVALID_PARAMETER_VALUE;
            case 408 -> ErrorKind.IO_ERROR;
            case 429 -> ErrorKind.CONFIGURATION_LIMIT_EXCEEDED;
            default -> {
                if (error.status() >= 500 || error.status() < 400) {
                    yield ErrorKind.IO_ERROR;
                }
                if (!operation.writes()) {
                    yield ErrorKind.INVALID_PARAMETER_VALUE;
                }
                yield error.missing().isEmpty()
                        ? KnownRefusal.of(error.message())
                                .map(KnownRefusal::kind)
                                .orElse(ErrorKind.INVALID_PARAMETER_VALUE)
                        : ErrorKind.FOREIGN_KEY_VIOLATION;
            }
        };
    }

    private static String message(ErrorKind kind, Operation operation, CdfError error) {
        String said = error.message().isEmpty() ? "" : ": " + firstLine(error.message());
        return switch (kind) {
            case UNIQUE_VIOLATION -> "could not " + operation + ": CDF has items with these keys already";
            case FOREIGN_KEY_VIOLATION -> "could not " + operation + ": CDF does not know items that are referred to";
            case INVALID_AUTHORIZATION_SPECIFICATION ->
                "could not " + operation + ": CDF does not accept the access token";
            case INSUFFICIENT_PRIVILEGE -> "not allowed to " + operation + " in CDF";
            case UNDEFINED_TABLE -> "could not " + operation + ": CDF does not have it" + said;
            case CONFIGURATION_LIMIT_EXCEEDED -> "could not " + operation + ": CDF throttles requests";
            case IO_ERROR -> "could not " + operation + ": CDF failed with status " + error.status();
            default -> "could not " + operation + ": CDF refused the request" + said;
        };
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static String detail(CdfError error) {
        List<String> parts = new ArrayList<>();
        if (!error.duplicated().isEmpty()) {
            parts.add("Duplicated: " + keys(error.duplicated()) + ".");
        }
        if (!error.missing().isEmpty()) {
            parts.add("Missing: " + keys(error.missing()) + ".");
        }
        if (!error.missingFields().isEmpty()) {
            parts.add("Missing fields: " + keys(error.missingFields()) + ".");
        }
        if (!error.message().isEmpty()) {
            parts.add("CDF says (" + error.status() + "): " + error.message());
        }
        error.requestId().ifPresent(id -> parts.add("Request id: " + id));
        return String.join("\n", parts);
    }

    private static String keys(List<String> keys) {
        String shown = keys.stream()
                .limit(MAX_KEYS)
                .map(key -> key.length() <= MAX_KEY_CHARACTERS ? key : key.substring(0, MAX_KEY_CHARACTERS) + "...")
                .reduce((left, right) -> left + "; " + right)
                .orElse("");
        return keys.size() <= MAX_KEYS ? shown : shown + " and " + (keys.size() - MAX_KEYS) + " more";
    }

    private static Optional<String> hint(ErrorKind kind, Operation operation, Optional<Duration> retryAfter) {
        return switch (kind) {
            case INSUFFICIENT_PRIVILEGE ->
                Optional.of("Grant " + operation.capability()
                        + " to a group of the user's CDF identity, for the "
                        + operation.capability().scopes() + " concerned.");
            case INVALID_AUTHORIZATION_SPECIFICATION ->
                Optional.of("The CDF session may have ended: give the gateway user a new one.");
            case CONFIGURATION_LIMIT_EXCEEDED ->
                Optional.of(retryAfter
                        .map(wait -> "Try again after " + Math.max(1, wait.toSeconds()) + " s.")
                        .orElse("Try again later, or with fewer statements at the same time."));
            case IO_ERROR -> Optional.of(operation.writes() ? LOOK_FIRST : TRY_LATER);
            default -> Optional.empty();
        };
    }
}
