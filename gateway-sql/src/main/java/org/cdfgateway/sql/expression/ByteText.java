package org.cdfgateway.sql.expression;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Bytes in PostgreSQL's text formats, of which the session's {@code bytea_output} chooses one. */
final class ByteText {
    private static final String HEX_PREFIX = "\\x";
    private static final int OCTAL_DIGITS = 3;
    private static final int OCTAL = 8;

    private ByteText() {}

    /**
     * The hexadecimal form in lower case.
     *
     * @throws org.cdfgateway.domain.error.GatewayException INVALID_TEXT_REPRESENTATION
     */
    static String hex(String text) {
        try {
            return text.startsWith(HEX_PREFIX)
                    ? HEX_PREFIX + checked(text.substring(HEX_PREFIX.length()))
                    : HEX_PREFIX + HexFormat.of().formatHex(unescaped(text));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw TextInput.invalid("bytea", text).causedBy(e);
        }
    }

    /** @param hex as {@link #hex} answers it */
    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex, HEX_PREFIX.length(), hex.length());
    }

    /** @param digits pairs of hexadecimal digits in lower case */
    static String ofDigits(String digits) {
        return HEX_PREFIX + digits;
    }

    private static String checked(String digits) {
        HexFormat.of().parseHex(digits);
        return digits.toLowerCase(Locale.ROOT);
    }

    /** A backslash is doubled, a byte that is no printable ASCII has a backslash and three octal digits. */
    private static byte[] unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int i = 0;
        while (i < text.length()) {
            int backslash = text.indexOf('\\', i);
            int end = backslash < 0 ? text.length() : backslash;
            bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
            if (backslash < 0) {
                break;
            }
            if (text.charAt(backslash + 1) == '\\') {
                bytes.write('\\');
                i = backslash + 2;
            } else {
                i = backslash + 1 + OCTAL_DIGITS;
                bytes.write(Integer.parseInt(text.substring(backslash + 1, i), OCTAL));
            }
        }
        return bytes.toByteArray();
    }
}
