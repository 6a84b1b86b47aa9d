package org.cdfgateway.emulator.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one connection. For one thread. */
final class RequestReader {

    private static final int MAX_LINE_BYTES = 64 * 1024;
    private static final int MAX_FIELDS = 200;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;

    /**
     * @param in should be buffered
     * @param out for leave to send a body
     */
    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Waits for the next request.
     *
     * @return null when the client has ended the connection
     * @throws MalformedRequestException when it is none
     */
    @Nullable
    Request read() throws IOException {
        String line = line();
        // A client may send an empty line before its request.
        while (line != null && line.isEmpty()) {
            line = line();
        }
        if (line == null) {
            return null;
        }
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new MalformedRequestException(400, "Not a request line of HTTP/1.1: " + line);
        }
        Headers headers = headers();
        byte[] body = body(headers);
        String target = withoutOrigin(words[1]);
        int mark = target.indexOf('?');
        boolean isOld = words[2].equals("HTTP/1.0");
        boolean keepsAlive = isOld ? headers.has("Connection", "keep-alive") : !headers.has("Connection", "close");
        return new Request(
                words[0],
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                headers,
                body,
                keepsAlive);
    }

    /** Clients that take the emulator for a proxy send the whole URL. */
    private static String withoutOrigin(String target) {
        int origin = target.indexOf("://");
        if (origin < 0 || target.startsWith("/")) {
            return target;
        }
        int path = target.indexOf('/', origin + 3);
        return path < 0 ? "/" : target.substring(path);
    }

    private Headers headers() throws IOException {
        Headers headers = new Headers();
        for (int fields = 0; ; fields++) {
            String line = line();
            if (line == null) {
                throw new EOFException("the connection ended within a request");
            }
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon <= 0 || fields == MAX_FIELDS) {
                throw new MalformedRequestException(400, "Not a header field: " + line);
            }
            headers.addFirst(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
    }

    private byte[] body(Headers headers) throws IOException {
        if (headers.has("Expect", "100-continue")) {
            out.write(CONTINUE);
            out.flush();
        }
        if (headers.has("Transfer-Encoding", "chunked")) {
            return chunks();
        }
        String length = headers.get("Content-Length");
        return length == null ? new byte[0] : bytes(number(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String head = String.valueOf(line());
            int extension = head.indexOf(';');
            int length = number(extension < 0 ? head : head.substring(0, extension), 16);
            if (length == 0) {
                headers();
                return body.toByteArray();
            }
            body.writeBytes(bytes(length));
            if (body.size() > Integer.MAX_VALUE / 2 || !"".equals(line())) {
                throw new MalformedRequestException(400, "The body's chunks are broken");
            }
        }
    }

    private static int number(String text, int radix) throws MalformedRequestException {
        long number;
        try {
            number = Long.parseLong(text.strip().toLowerCase(Locale.ROOT), radix);
        } catch (NumberFormatException e) {
            throw new MalformedRequestException(400, "Not the length of a body: " + text);
        }
        if (number < 0) {
            throw new MalformedRequestException(400, "Not the length of a body: " + text);
        }
        if (number > Integer.MAX_VALUE / 2) {
            throw new MalformedRequestException(413, "The request body is too large: " + text + " bytes");
        }
        return (int) number;
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended within a body");
        }
        return bytes;
    }

    /** A line without its end; null at the end of the connection. */
    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (line.size() == 0) {
                    return null;
                }
                throw new EOFException("the connection ended within a line");
            }
            if (line.size() == MAX_LINE_BYTES) {
                throw new MalformedRequestException(431, "A line of the request is too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
