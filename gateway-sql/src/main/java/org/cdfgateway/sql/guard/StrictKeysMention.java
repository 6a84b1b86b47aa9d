package org.cdfgateway.sql.guard;

/**
 * Whether a text may change {@link org.cdfgateway.domain.port.inbound.StrictKeys}: it spells the end of the name, or
 * calls {@code set_config}, whose arguments may come from anywhere. Comments and literals count too.
 */
public final class StrictKeysMention {
    private static final String NAME_END = "strict_keys";
    private static final String SET_CONFIG = "set_config";

    private StrictKeysMention() {}

    /** Looks for the underscore, which long lists of values seldom hold. */
    public static boolean in(String sql) {
        int nameOffset = NAME_END.indexOf('_');
        int callOffset = SET_CONFIG.indexOf('_');
        for (int i = sql.indexOf('_'); i >= 0; i = sql.indexOf('_', i + 1)) {
            if (isAt(sql, i - nameOffset, NAME_END) || isAt(sql, i - callOffset, SET_CONFIG)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(String sql, int position, String word) {
        return sql.regionMatches(true, position, word, 0, word.length());
    }
}
