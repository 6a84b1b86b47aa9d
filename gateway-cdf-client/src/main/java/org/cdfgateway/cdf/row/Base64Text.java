package org.cdfgateway.cdf.row;

import java.util.Base64;
import java.util.HexFormat;

/** Bytes between CDF's texts, which are base64, and {@link org.cdfgateway.domain.table.ColumnType#BYTEA}. */
public final class Base64Text {
    private static final String HEX_PREFIX = "\\x";

    private Base64Text() {}

    /** @throws IllegalArgumentException when the text is no base64 */
    public static String toHex(String base64) {
        return HEX_PREFIX + HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }

    /** @param hex a backslash, an x and pairs of digits */
    public static String ofHex(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex, HEX_PREFIX.length(), hex.length()));
    }
}
