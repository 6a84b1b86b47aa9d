package org.cdfgateway.emulator.wire;

/** A request as it came in. */
public final class Request {

    private final String method;
    private final String path;
    private final String query;
    private final Headers headers;
    private final byte[] body;
    private final boolean keepsAlive;

    /** @param body owned by the request from now on */
    Request(String method, String path, String query, Headers headers, byte[] body, boolean keepsAlive) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.keepsAlive = keepsAlive;
    }

    public String method() {
        return method;
    }

    /** Percent-encoded, from the first slash on. */
    public String path() {
        return path;
    }

    /** Percent-encoded, empty when there is none. */
    public String query() {
        return query;
    }

    public Headers headers() {
        return headers;
    }

    /** Not to be changed. */
    public byte[] body() {
        return body;
    }

    /** Whether the client goes on with the connection. */
    boolean keepsAlive() {
        return keepsAlive;
    }
}
