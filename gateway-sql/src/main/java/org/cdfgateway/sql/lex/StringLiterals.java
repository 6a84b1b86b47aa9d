package org.cdfgateway.sql.lex;

import java.util.Optional;

/** What string literals mean. */
public final class StringLiterals {

    private StringLiterals() {}

    /** The value of a string token; empty for other tokens and for wrong escapes. */
    public static Optional<String> value(Token token) {
        return switch (token.kind()) {
            case STRING -> Optional.of(parts(token.text(), 0, false));
            case ESCAPE_STRING -> BackslashEscapes.decode(parts(token.text(), 1, true));
            case UNICODE_STRING -> UnicodeEscapes.decode(parts(token.text(), 2, false));
            case DOLLAR_STRING -> Optional.of(dollarBody(token.text()));
            case WORD,
                    QUOTED_IDENTIFIER,
                    UNICODE_IDENTIFIER,
                    PARAMETER,
                    NUMBER,
                    TYPE_CAST,
                    OPERATOR,
                    PUNCTUATION,
                    UNTERMINATED,
                    END -> Optional.empty();
        };
    }

    /** The text between the quotes of all parts of the literal, doubled quotes made single, escapes left as they are. */
    private static String parts(String text, int openingQuote, boolean backslashes) {
        StringBuilder body = new StringBuilder(text.length());
        int position = openingQuote + 1;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (backslashes && c == '\\' && position + 1 < text.length()) {
                body.append(c).append(text.charAt(position + 1));
                position += 2;
            } else if (c != '\'') {
                body.append(c);
                position++;
            } else if (position + 1 < text.length() && text.charAt(position + 1) == '\'') {
                body.append(c);
                position += 2;
            } else {
                int next = QuotedSyntax.continuation(text, position + 1, text.length());
                position = next < 0 ? text.length() : next + 1;
            }
        }
        return body.toString();
    }

    private static String dollarBody(String text) {
        int tagLength = text.indexOf('$', 1) + 1;
        return text.substring(tagLength, text.length() - tagLength);
    }
}
