package org.cdfgateway.pgwire;

/**
 * How the scan endpoint is run.
 *
 * @param host a loopback address
 * @param port 0 for a free one
 * @param maxMessageBytes bound of one message: a batch of rows to insert is one message
 */
public record ScanServerSettings(String host, int port, int maxMessageBytes) {
    private static final int DEFAULT_MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

    public ScanServerSettings {
        if (maxMessageBytes < 1024) {
            throw new IllegalArgumentException("maxMessageBytes: " + maxMessageBytes + " (expected: >= 1024)");
        }
    }

    /** On 127.0.0.1, on a free port. */
    public static ScanServerSettings loopback() {
        return new ScanServerSettings("127.0.0.1", 0, DEFAULT_MAX_MESSAGE_BYTES);
    }
}
