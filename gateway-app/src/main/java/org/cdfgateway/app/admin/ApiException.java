package org.cdfgateway.app.admin;

/** A request that is answered with an error in CDF's form (reference/postgres-gateway.md section 5.4). */
public final class ApiException extends RuntimeException {

    private final int status;

    ApiException(int status, String message) {
        super(message);
        this.status = status;
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
