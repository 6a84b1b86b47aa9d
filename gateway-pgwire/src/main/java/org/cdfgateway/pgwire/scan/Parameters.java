package org.cdfgateway.pgwire.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters {@code $1, $2, ...} of statements. Remembers the newest text, because postgres_fdw prepares long ones again
 * and again. Belongs to one connection's thread.
 */
final class Parameters {
    private static final int TEXT_OID = 25;

    private String newest = "";
    private int highestOfNewest;

    /** The declared types; text where the client leaves the type to us. */
    List<Integer> types(String sql, List<Integer> declared) {
        if (!sql.equals(newest)) {
            highestOfNewest = highest(sql);
            newest = sql;
        }
        int count = Math.max(declared.size(), highestOfNewest);
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int type = i < declared.size() ? declared.get(i) : 0;
            types.add(type == 0 ? TEXT_OID : type);
        }
        return types;
    }

    /** The highest number outside of quotes. */
    private static int highest(String sql) {
        int highest = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '$') {
                highest = Math.max(highest, numberAt(sql, i + 1));
            }
        }
        return highest;
    }

    private static int numberAt(String sql, int start) {
        int number = 0;
        for (int i = start; i < sql.length() && Character.isDigit(sql.charAt(i)) && number < 0xffff; i++) {
            number = number * 10 + Character.digit(sql.charAt(i), 10);
        }
        return number;
    }
}
