package org.cdfgateway.emulator.wire;

/**
 * A request as it came in.
 *
 * @param path percent-encoded, from the first slash on
 * @param query percent-encoded, empty when there is none
 * @param body not to be changed
 * @param keepsAlive whether the client goes on with the connection
 */
public record Request(String method, String path, String query, Headers headers, byte[] body, boolean keepsAlive) {}
