package org.cdfgateway.emulator.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.cdfgateway.emulator.http.ApiError;

/**
 * The text of a cursor: where a page ended and which query it belongs to, unreadable on purpose.
 *
 * <pre>base64url( crc32 of the rest | int32 hash of the query | place as UTF-8 )</pre>
 */
public final class PageCursor {

    private static final int HEAD_BYTES = 8;

    private PageCursor() {}

    /** @param queryHash of everything that must not change from page to page */
    public static String encode(int queryHash, String place) {
        byte[] text = place.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + text.length);
        bytes.putInt(4, queryHash).put(HEAD_BYTES, text);
        bytes.putInt(0, checksum(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws ApiError 400 for a text that is no cursor, or one of another query */
    public static String decode(int queryHash, String cursor) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("Invalid cursor: " + cursor);
        }
        if (bytes.capacity() < HEAD_BYTES || bytes.getInt(0) != checksum(bytes.array())) {
            throw ApiError.badRequest("Invalid cursor: " + cursor);
        }
        if (bytes.getInt(4) != queryHash) {
            throw ApiError.badRequest("The cursor belongs to another query: repeat it with the same parameters");
        }
        return new String(bytes.array(), HEAD_BYTES, bytes.capacity() - HEAD_BYTES, StandardCharsets.UTF_8);
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 4, bytes.length - 4);
        return (int) crc.getValue();
    }
}
