package org.cdfgateway.app.admin;

import org.cdfgateway.domain.error.ErrorKind;

/** The statuses that the API answers with, and which one a failure inside the gateway gets. */
final class HttpStatus {

    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;
    static final int UNPROCESSABLE = 422;
    static final int TOO_MANY_REQUESTS = 429;
    static final int INTERNAL_ERROR = 500;
    static final int UNAVAILABLE = 503;

    private HttpStatus() {}

    static int of(ErrorKind kind) {
        return switch (kind) {
            case INVALID_AUTHORIZATION_SPECIFICATION, INVALID_PASSWORD -> UNAUTHORIZED;
            case INSUFFICIENT_PRIVILEGE -> FORBIDDEN;
            case INVALID_PARAMETER_VALUE,
                    UNDEFINED_OBJECT,
                    FEATURE_NOT_SUPPORTED,
                    UNIQUE_VIOLATION,
                    FOREIGN_KEY_VIOLATION -> BAD_REQUEST;
            case CONFIGURATION_LIMIT_EXCEEDED, PROGRAM_LIMIT_EXCEEDED, TOO_MANY_CONNECTIONS -> TOO_MANY_REQUESTS;
            case IO_ERROR, CANNOT_CONNECT_NOW, ADMIN_SHUTDOWN, QUERY_CANCELED -> UNAVAILABLE;
            default -> INTERNAL_ERROR;
        };
    }
}
