package org.cdfgateway.emulator.raw;

import com.fasterxml.jackson.databind.JsonNode;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.query.PageCursor;

/**
 * Where a chain of pages is, and what it covers.
 *
 * @param hash of the last row read
 * @param key of the last row read; empty before the first
 * @param until the chain's last hash
 * @param after only rows changed later, milliseconds
 * @param notAfter only rows changed then or before, milliseconds
 */
record RowCursor(long hash, String key, long until, long after, long notAfter) {

    /** A whole table. */
    static RowCursor all(long after, long notAfter) {
        return new RowCursor(-1, "", Long.MAX_VALUE, after, notAfter);
    }

    /** One of several chains that cover a table together. */
    static RowCursor part(int number, int count, long after, long notAfter) {
        long width = Long.MAX_VALUE / count;
        long until = number == count - 1 ? Long.MAX_VALUE : (number + 1) * width - 1;
        return new RowCursor(number * width - 1, "\uFFFF", until, after, notAfter);
    }

    RowCursor behind(RawRow row) {
        return new RowCursor(row.hash(), row.key(), until, after, notAfter);
    }

    boolean covers(RawRow row) {
        return row.lastUpdatedTime() > after && row.lastUpdatedTime() <= notAfter;
    }

    /** @param table tells tables apart, so that a cursor is for one of them */
    String encode(int table) {
        return PageCursor.encode(
                table,
                Json.newObject()
                        .put("h", hash)
                        .put("k", key)
                        .put("u", until)
                        .put("a", after)
                        .put("n", notAfter)
                        .toString());
    }

    /** @throws org.cdfgateway.emulator.http.ApiError 400 for garbage and for cursors of another table */
    static RowCursor decode(String text, int table) {
        JsonNode json = Json.value(PageCursor.decode(table, text));
        return new RowCursor(
                json.path("h").longValue(),
                json.path("k").asText(),
                json.path("u").longValue(),
                json.path("a").longValue(),
                json.path("n").longValue());
    }
}
