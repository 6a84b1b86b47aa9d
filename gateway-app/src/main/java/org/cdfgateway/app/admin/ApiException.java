package org.cdfgateway.app.admin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request that is answered with an error in CDF's form (reference/postgres-gateway.md section 5.4). */
public final class ApiException extends RuntimeException {

    private final int status;
    private final List<Map<String, String>> missing;
    private final List<Map<String, String>> duplicated;

    ApiException(int status, String message) {
        this(status, message, List.of(), List.of());
    }

    private ApiException(
            int status, String message, List<Map<String, String>> missing, List<Map<String, String>> duplicated) {
        super(message);
        this.duplicated = duplicated;
        this.status = status;
        this.missing = missing;
    }

    /** The items that the request names and that do not exist, as references. */
    List<Map<String, String>> missing() {
        return missing;
    }

    /** The items that the request would make and that exist already, as references. */
    List<Map<String, String>> duplicated() {
        return duplicated;
    }

    /** @param kind what exists already, in the singular */
    static ApiException duplicates(String kind, List<Map<String, String>> duplicated) {
        return new ApiException(
                HttpStatus.CONFLICT, kind + " exists already: " + names(duplicated), List.of(), duplicated);
    }

    /** @param kind what is missing, in the singular */
    static ApiException notFound(String kind, List<Map<String, String>> missing) {
        return new ApiException(HttpStatus.BAD_REQUEST, kind + " not found: " + names(missing), missing, List.of());
    }

    private static String names(List<Map<String, String>> references) {
        return references.stream()
                .flatMap(reference -> reference.values().stream())
                .collect(Collectors.joining(", "));
    }

    int status() {
        return status;
    }

    /** The body is no JSON. */
    static ApiException malformed(String message) {
        return new ApiException(HttpStatus.BAD_REQUEST, message);
    }

    /** The body is JSON, but not what the endpoint takes. */
    static ApiException invalid(String message) {
        return new ApiException(HttpStatus.UNPROCESSABLE, message);
    }
}
