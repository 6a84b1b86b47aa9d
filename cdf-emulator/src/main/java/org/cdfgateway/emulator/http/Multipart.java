package org.cdfgateway.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies of several named parts, as forms with files send them (RFC 7578). */
final class Multipart {

    static final String MEDIA_TYPE = "multipart/form-data";

    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");

    private Multipart() {}

    /**
     * The content of one part.
     *
     * @throws ApiError 400 when there is none of this name, or the body is not of this form
     */
    static byte[] part(byte[] body, String contentType, String name) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw ApiError.badRequest("Content-Type names no boundary: " + contentType);
        }
        String delimiter = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        // A character for each byte, so that contents of any kind stay as they are.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int start = text.indexOf(delimiter);
        while (start >= 0) {
            int from = text.indexOf("\r\n", start) + 2;
            int head = text.indexOf("\r\n\r\n", from - 2);
            int end = text.indexOf("\r\n" + delimiter, Math.max(from, head));
            if (from < 2 || head < 0 || end < 0) {
                break;
            }
            if (text.substring(from - 2, head).contains("name=\"" + name + "\"")) {
                return text.substring(Math.min(head + 4, end), end).getBytes(StandardCharsets.ISO_8859_1);
            }
            start = end + 2;
        }
        throw ApiError.missingFields(List.of(name));
    }
}
