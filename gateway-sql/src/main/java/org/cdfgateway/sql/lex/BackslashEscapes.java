package org.cdfgateway.sql.lex;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes the escapes of {@code E'...'} (manual, section 4.1.2.2). */
final class BackslashEscapes {
    private static final int MAX_OCTAL_DIGITS = 3;
    private static final int MAX_HEXADECIMAL_DIGITS = 2;

    private final String escaped;
    private final StringBuilder decoded;
    /** Bytes of octal and hexadecimal escapes that follow each other; together they are UTF-8. */
    private final ByteBuffer bytes;

    private int position;

    private BackslashEscapes(String escaped) {
        this.escaped = escaped;
        this.decoded = new StringBuilder(escaped.length());
        this.bytes = ByteBuffer.allocate(escaped.length());
    }

    /** Empty when an escape is wrong. */
    static Optional<String> decode(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return Optional.of(escaped);
        }
        return new BackslashEscapes(escaped).decode();
    }

    private Optional<String> decode() {
        while (position < escaped.length()) {
            char c = escaped.charAt(position++);
            if (c != '\\') {
                if (!flushBytes()) {
                    return Optional.empty();
                }
                decoded.append(c);
            } else if (position == escaped.length() || !escape(escaped.charAt(position++))) {
                return Optional.empty();
            }
        }
        return flushBytes() ? Optional.of(decoded.toString()) : Optional.empty();
    }

    private boolean escape(char letter) {
        if (letter >= '0' && letter <= '7') {
            position--;
            bytes.put((byte) digits(8, MAX_OCTAL_DIGITS));
            return true;
        }
        if (letter == 'x' && position < escaped.length() && Character.digit(escaped.charAt(position), 16) >= 0) {
            bytes.put((byte) digits(16, MAX_HEXADECIMAL_DIGITS));
            return true;
        }
        if (!flushBytes()) {
            return false;
        }
        return switch (letter) {
            case 'u' -> codePoint(4);
            case 'U' -> codePoint(8);
            case 'b' -> append('\b');
            case 'f' -> append('\f');
            case 'n' -> append('\n');
            case 'r' -> append('\r');
            case 't' -> append('\t');
            case 'v' -> append('\u000B');
            default -> append(letter);
        };
    }

    private boolean append(char c) {
        decoded.append(c);
        return true;
    }

    private boolean codePoint(int length) {
        int codePoint = UnicodeEscapes.hexadecimal(escaped, position, position + length);
        if (codePoint < 0) {
            return false;
        }
        decoded.appendCodePoint(codePoint);
        position += length;
        return true;
    }

    private int digits(int radix, int atMost) {
        int value = 0;
        int end = Math.min(escaped.length(), position + atMost);
        while (position < end && Character.digit(escaped.charAt(position), radix) >= 0) {
            value = value * radix + Character.digit(escaped.charAt(position), radix);
            position++;
        }
        return value;
    }

    private boolean flushBytes() {
        if (bytes.position() == 0) {
            return true;
        }
        bytes.flip();
        try {
            decoded.append(StandardCharsets.UTF_8.newDecoder().decode(bytes));
        } catch (CharacterCodingException e) {
            return false;
        }
        bytes.clear();
        return true;
    }
}
