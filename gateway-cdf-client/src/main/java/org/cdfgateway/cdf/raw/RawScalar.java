package org.cdfgateway.cdf.raw;

import java.util.Locale;
import java.util.Map;
import org.cdfgateway.cdf.row.Base64Text;
import org.cdfgateway.cdf.row.PostgresText;
import org.cdfgateway.domain.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** Reads values that are neither arrays nor JSON from their texts, whatever JSON's type for them was. */
final class RawScalar {
    /** What PostgreSQL reads as booleans. */
    private static final Map<String, Boolean> BOOLEANS = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("t", true),
            Map.entry("yes", true),
            Map.entry("y", true),
            Map.entry("on", true),
            Map.entry("1", true),
            Map.entry("false", false),
            Map.entry("f", false),
            Map.entry("no", false),
            Map.entry("n", false),
            Map.entry("off", false),
            Map.entry("0", false));

    private static final String HEX_PREFIX = "\\x";

    private RawScalar() {}

    /** Null for a text that is no value of the type. */
    static @Nullable Object value(ColumnType type, String text) {
        return switch (type) {
            case BOOLEAN -> BOOLEANS.get(text.strip().toLowerCase(Locale.ROOT));
            case BIGINT -> NumberText.integer(text.strip());
            case DOUBLE -> NumberText.fraction(text.strip());
            case REAL -> NumberText.singleFraction(text.strip());
            case TIMESTAMPTZ -> TimeText.micros(text.strip());
            case BYTEA -> bytes(text);
            case TEXT -> PostgresText.storable(text);
            case JSON, BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY ->
                throw new IllegalArgumentException(type + " (expected: a type of single values)");
        };
    }

    /** Base64, or hexadecimal as PostgreSQL writes bytes: no text is both. */
    private static @Nullable String bytes(String text) {
        try {
            return text.startsWith(HEX_PREFIX) ? Base64Text.toHex(Base64Text.ofHex(text)) : Base64Text.toHex(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
