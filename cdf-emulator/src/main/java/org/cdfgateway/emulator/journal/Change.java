package org.cdfgateway.emulator.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A request that was carried out, with all that is needed to carry it out again. */
public final class Change {

    /** Whose API a request was made to. */
    public enum Api {
        CDF,
        CONTROL
    }

    /**
     * Who made the request.
     *
     * @param clientId empty for somebody without a token
     * @param sessionId null for a client with a token of its own
     */
    public record Sender(String clientId, @Nullable Long sessionId, Instant tokenExpires) {

        public static final Sender NOBODY = new Sender("", null, Instant.MAX);
    }

    /**
     * The request without its body, as sent. Absent parts are empty.
     *
     * @param path percent-encoded
     * @param query percent-encoded
     */
    public record Line(String method, String path, String query, String contentType, String contentEncoding) {}

    private static final int OK = 200;
    private static final int MIN_COMPRESSED_BYTES = 1024;

    private final Api api;
    private final Sender sender;
    private final Line line;
    private final byte[] body;
    private final int status;

    /** @param body owned by the change from now on */
    public Change(Api api, Sender sender, Line line, byte[] body, int status) {
        this.api = api;
        this.sender = sender;
        this.line = line;
        this.body = body;
        this.status = status;
    }

    /** A change that was made through the control API, or has the effect of one. */
    public static Change ofControl(String method, String path, byte[] json) {
        return new Change(Api.CONTROL, Sender.NOBODY, new Line(method, path, "", "application/json", ""), json, OK);
    }

    /** The same with a smaller body, where that is worth it and the body is as the sender wrote it. */
    Change compressed() {
        return body.length < MIN_COMPRESSED_BYTES || !line.contentEncoding().isEmpty()
                ? this
                : new Change(
                        api,
                        sender,
                        new Line(line.method(), line.path(), line.query(), line.contentType(), "gzip"),
                        gzip(body),
                        status);
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public Api api() {
        return api;
    }

    public Sender sender() {
        return sender;
    }

    public Line line() {
        return line;
    }

    /** Not to be changed. */
    public byte[] body() {
        return body;
    }

    /** How the request was answered. */
    public int status() {
        return status;
    }

    @Override
    public String toString() {
        return line.method() + " " + line.path();
    }
}
