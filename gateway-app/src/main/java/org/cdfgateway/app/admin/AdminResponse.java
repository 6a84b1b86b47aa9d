package org.cdfgateway.app.admin;

import java.util.Map;

/**
 * What is sent back.
 *
 * @param body written as JSON
 */
public record AdminResponse(int status, Map<String, ?> body) {

    static final int OK = 200;

    static AdminResponse ok(Map<String, ?> body) {
        return new AdminResponse(OK, body);
    }
}
