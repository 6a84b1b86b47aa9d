package org.cdfgateway.sql.guard;

import java.util.Optional;
import java.util.Set;
import org.cdfgateway.sql.lex.Identifiers;

/** Keeps out encodings in which the second byte of a character can look like a quote or backslash. */
record SafeEncoding() implements SettingRule {
    /** PostgreSQL's client-only encodings and their other names, without punctuation (manual, section 23.3.1). */
    private static final Set<String> UNSAFE = Set.of(
            "sjis",
            "shiftjis",
            "mskanji",
            "win932",
            "windows932",
            "shiftjis2004",
            "big5",
            "win950",
            "windows950",
            "gbk",
            "win936",
            "windows936",
            "gb18030",
            "uhc",
            "win949",
            "windows949",
            "johab");

    @Override
    public Optional<Refusal> check(String name, String value) {
        if (!UNSAFE.contains(withoutPunctuation(Identifiers.folded(value)))) {
            return Optional.empty();
        }
        return Optional.of(
                Refusal.forbidden("client encoding \"" + value + "\" is not allowed through the gateway", "Use UTF8."));
    }

    private static String withoutPunctuation(String value) {
        StringBuilder kept = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
