package org.cdfgateway.app.admin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of a listing ended, as an opaque text. */
final class Cursor {

    private Cursor() {}

    static String encoded(String lastName) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lastName.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ApiException 400 for a text that no page has had */
    static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiException.malformed("cursor: not one that this API has given out");
        }
    }
}
