package org.cdfgateway.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that posts and reads answers at next to no cost of its own, so that what is measured is the other side.
 * Understands answers with a length only. Not for several threads.
 */
final class PlainHttp implements AutoCloseable {
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final String head;
    private byte[] body = new byte[BUFFER_BYTES];

    PlainHttp(URI base, String token, String accept, boolean compressed) throws IOException {
        this.socket = new Socket(base.getHost(), base.getPort());
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        this.head = " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer " + token + "\r\nAccept: "
                + accept + "\r\nContent-Type: application/json\r\n"
                + (compressed ? "Accept-Encoding: gzip\r\n" : "") + "Content-Length: ";
    }

    /**
     * @param path below the origin
     * @return how many bytes of {@link #body} are the answer
     */
    int post(String path, String json) throws IOException {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        String request = "POST " + path + head + content.length + "\r\n\r\n" + json;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        body = body.length < length ? new byte[length] : body;
        if (in.readNBytes(body, 0, length) < length) {
            throw new EOFException("the answer to " + path + " is cut off");
        }
        if (!status.contains(" 200 ")) {
            throw new IOException(status + ": " + new String(body, 0, length, StandardCharsets.UTF_8));
        }
        return length;
    }

    /** What the last answer was, behind its length of older ones. */
    byte[] body() {
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
