package org.cdfgateway.domain.port.inbound;

import java.util.Locale;
import java.util.Optional;

/**
 * The engine's session setting that decides whether UPDATE and DELETE fail when their keys name rows that do not exist.
 * Off by default, when they change none. Spelled as PostgreSQL spells booleans.
 */
public final class StrictKeys {
    public static final String SETTING = "cdf.strict_keys";
    public static final String DEFAULT = "off";

    private StrictKeys() {}

    /** What a value means; empty when PostgreSQL would not take it for a boolean. */
    public static Optional<Boolean> read(String value) {
        String folded = value.strip().toLowerCase(Locale.ROOT);
        if (folded.equals("1") || folded.equals("on") || isBeginning(folded, "true") || isBeginning(folded, "yes")) {
            return Optional.of(true);
        }
        if (folded.equals("0")
                || folded.equals("of")
                || folded.equals("off")
                || isBeginning(folded, "false")
                || isBeginning(folded, "no")) {
            return Optional.of(false);
        }
        return Optional.empty();
    }

    private static boolean isBeginning(String value, String word) {
        return !value.isEmpty() && word.startsWith(value);
    }
}
