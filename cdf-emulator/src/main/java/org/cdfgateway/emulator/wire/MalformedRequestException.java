package org.cdfgateway.emulator.wire;

import java.io.IOException;

/** What came in is no request of HTTP/1.1, or is too large; nothing behind it can be understood. */
final class MalformedRequestException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;

    /** @param status of the answer that says so */
    MalformedRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
