package org.cdfgateway.sql.migrate;

import java.util.Set;

/** Where the name of a type ends: {@code numeric(10, 2)}, {@code timestamp with time zone}, {@code pg_catalog.text[]}. */
final class TypeNames {
    private static final Set<String> SECOND_WORDS = Set.of(
            "precision",
            "varying",
            "with",
            "without",
            "time",
            "zone",
            "to",
            "array",
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second");
    private static final Set<String> FIRST_WORDS =
            Set.of("double", "character", "char", "bit", "timestamp", "time", "interval", "national", "nchar");

    private TypeNames() {}

    /** The number of the token after the type that begins with token {@code i}. */
    static int end(StatementTokens tokens, int i, int limit) {
        boolean mayGoOn = FIRST_WORDS.contains(tokens.word(i));
        int position = tokens.chainEnd(i);
        if (position > i + 1 && tokens.isStar(position - 1)) {
            position -= 2;
        }
        while (position < limit) {
            if (tokens.is(position, '(') || tokens.is(position, '[')) {
                position = tokens.after(position);
            } else if (mayGoOn && SECOND_WORDS.contains(tokens.word(position))) {
                position++;
            } else {
                return position;
            }
        }
        return Math.min(position, limit);
    }
}
