package org.cdfgateway.emulator.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** One request and its answer. Without an answer the connection ends. For one thread. */
public final class Exchange {

    private static final int HEAD_BYTES = 512;

    private final Request request;
    private final Socket socket;
    private final OutputStream out;
    private long missing;
    private boolean isAnswered;

    Exchange(Request request, Socket socket, OutputStream out) {
        this.request = request;
        this.socket = socket;
        this.out = out;
    }

    public Request request() {
        return request;
    }

    /**
     * Sends an answer up to its body.
     *
     * @param length of the body in bytes
     */
    public void begin(int status, Headers headers, int length) throws IOException {
        isAnswered = true;
        missing = hasBody() ? length : 0;
        StringBuilder head = new StringBuilder(HEAD_BYTES);
        head.append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(Reason.of(status))
                .append("\r\n");
        head.append("date: ")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("content-length: ").append(length).append("\r\n");
        if (!request.keepsAlive()) {
            head.append("connection: close\r\n");
        }
        head.append("\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private boolean hasBody() {
        return !request.method().equals("HEAD");
    }

    /** Adds to the body. */
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (hasBody()) {
            out.write(bytes, from, length);
            missing -= length;
        }
    }

    /** Sends what was written so far. */
    public void flush() throws IOException {
        out.flush();
    }

    /** Breaks the connection off, so that the client's next read or write fails at once: it gets a reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Whether the next request can follow. */
    boolean isComplete() {
        return isAnswered && missing == 0 && request.keepsAlive() && !socket.isClosed();
    }
}
