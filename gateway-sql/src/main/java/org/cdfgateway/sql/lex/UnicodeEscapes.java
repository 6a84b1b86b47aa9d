package org.cdfgateway.sql.lex;

import java.util.Optional;

/** Decodes {@code \0041} and {@code \+01F600} with the backslash as escape character (manual, section 4.1.2.3). */
final class UnicodeEscapes {
    private static final int SHORT_DIGITS = 4;
    private static final int LONG_DIGITS = 6;

    private UnicodeEscapes() {}

    /** Empty when an escape is wrong. */
    static Optional<String> decode(String escaped) {
        StringBuilder decoded = new StringBuilder(escaped.length());
        int position = 0;
        while (position < escaped.length()) {
            char c = escaped.charAt(position);
            if (c != '\\') {
                decoded.append(c);
                position++;
            } else if (escaped.startsWith("\\\\", position)) {
                decoded.append('\\');
                position += 2;
            } else {
                boolean isLong = escaped.startsWith("+", position + 1);
                int from = position + (isLong ? 2 : 1);
                int to = from + (isLong ? LONG_DIGITS : SHORT_DIGITS);
                int codePoint = hexadecimal(escaped, from, to);
                if (codePoint < 0) {
                    return Optional.empty();
                }
                decoded.appendCodePoint(codePoint);
                position = to;
            }
        }
        return Optional.of(decoded.toString());
    }

    /** -1 when it is no code point. */
    static int hexadecimal(String text, int from, int to) {
        if (to > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) >= 128) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return Character.isValidCodePoint(value) ? value : -1;
    }
}
