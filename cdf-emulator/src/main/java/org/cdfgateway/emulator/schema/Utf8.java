package org.cdfgateway.emulator.schema;

/** Sizes of texts as the API counts some of them. */
public final class Utf8 {

    private Utf8() {}

    /** Bytes of the text in UTF-8. */
    public static int length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // A surrogate pair has 4 bytes for its 2 characters, so one more for each of them.
                length += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return length;
    }
}
