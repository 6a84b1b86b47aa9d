package org.cdfgateway.emulator.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.cdfgateway.emulator.journal.Change.Api;
import org.cdfgateway.emulator.journal.Change.Line;
import org.cdfgateway.emulator.journal.Change.Sender;

/** Changes and their occasions as bytes of the journal. Texts and the body have their length before them. */
final class ChangeFormat {

    record Dated(Occasion occasion, Change change) {}

    private ChangeFormat() {}

    static byte[] write(Dated dated) throws IOException {
        Change change = dated.change();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(change.body().length + 256);
        DataOutputStream out = new DataOutputStream(bytes);
        writeOccasion(dated.occasion(), out);
        writeText(change.api().name(), out);
        Sender sender = change.sender();
        writeText(sender.clientId(), out);
        Long sessionId = sender.sessionId();
        out.writeBoolean(sessionId != null);
        out.writeLong(sessionId == null ? 0 : sessionId);
        Instant tokenExpires = sender.tokenExpires();
        out.writeLong(tokenExpires.getEpochSecond());
        out.writeInt(tokenExpires.getNano());
        Line line = change.line();
        writeText(line.method(), out);
        writeText(line.path(), out);
        writeText(line.query(), out);
        writeText(line.contentType(), out);
        writeText(line.contentEncoding(), out);
        out.writeInt(change.status());
        writeBytes(change.body(), out);
        return bytes.toByteArray();
    }

    /** @throws IOException when these are not the bytes of a change */
    static Dated read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        Occasion occasion = readOccasion(in);
        Api api = api(readText(in));
        String clientId = readText(in);
        boolean hasSession = in.readBoolean();
        long sessionId = in.readLong();
        Instant tokenExpires = Instant.ofEpochSecond(in.readLong(), in.readInt());
        Sender sender = new Sender(clientId, hasSession ? sessionId : null, tokenExpires);
        Line line = new Line(readText(in), readText(in), readText(in), readText(in), readText(in));
        int status = in.readInt();
        return new Dated(occasion, new Change(api, sender, line, readBytes(in), status));
    }

    private static Api api(String name) throws IOException {
        for (Api api : Api.values()) {
            if (api.name().equals(name)) {
                return api;
            }
        }
        throw new IOException("unknown API " + name);
    }

    static void writeOccasion(Occasion occasion, DataOutputStream out) throws IOException {
        out.writeLong(occasion.time().toEpochMilli());
        out.writeLong(occasion.seed());
    }

    static Occasion readOccasion(DataInputStream in) throws IOException {
        return new Occasion(Instant.ofEpochMilli(in.readLong()), in.readLong());
    }

    static void writeText(String text, DataOutputStream out) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(Math.max(0, length));
        if (bytes.length != length) {
            throw new IOException("ends after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }
}
