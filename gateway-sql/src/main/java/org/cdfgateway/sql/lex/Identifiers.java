package org.cdfgateway.sql.lex;

import java.util.Optional;

/** What identifiers mean: unquoted ones fold to lower case, quoted ones do not. */
public final class Identifiers {

    private Identifiers() {}

    /** Lower case for ASCII letters only, as PostgreSQL folds identifiers and key words in UTF-8. */
    public static String folded(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (isUpper(word.charAt(i))) {
                return fold(word);
            }
        }
        return word;
    }

    private static String fold(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            folded.append(isUpper(c) ? (char) (c - 'A' + 'a') : c);
        }
        return folded.toString();
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** The name that an identifier token stands for; empty for other tokens and for wrong Unicode escapes. */
    public static Optional<String> name(Token token) {
        return switch (token.kind()) {
            case WORD -> Optional.of(folded(token.text()));
            case QUOTED_IDENTIFIER -> Optional.of(withoutQuotes(token.text(), 0));
            case UNICODE_IDENTIFIER -> UnicodeEscapes.decode(withoutQuotes(token.text(), 2));
            case STRING,
                    ESCAPE_STRING,
                    UNICODE_STRING,
                    DOLLAR_STRING,
                    PARAMETER,
                    NUMBER,
                    TYPE_CAST,
                    OPERATOR,
                    PUNCTUATION,
                    UNTERMINATED,
                    END -> Optional.empty();
        };
    }

    private static String withoutQuotes(String text, int quote) {
        return text.substring(quote + 1, text.length() - 1).replace("\"\"", "\"");
    }
}
