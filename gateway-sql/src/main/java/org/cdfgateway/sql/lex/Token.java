package org.cdfgateway.sql.lex;

/**
 * One token.
 *
 * @param text as written, quotes included
 * @param start position of its first character in the whole text
 * @param end position after its last character
 */
public record Token(TokenKind kind, String text, int start, int end) {

    public boolean is(char punctuation) {
        return kind == TokenKind.PUNCTUATION && text.length() == 1 && text.charAt(0) == punctuation;
    }

    /** @param word a key word in lower case */
    public boolean isWord(String word) {
        return kind == TokenKind.WORD && Identifiers.folded(text).equals(word);
    }

    public boolean isOperator(String symbol) {
        return kind == TokenKind.OPERATOR && text.equals(symbol);
    }

    public boolean isIdentifier() {
        return kind == TokenKind.WORD || kind == TokenKind.QUOTED_IDENTIFIER || kind == TokenKind.UNICODE_IDENTIFIER;
    }

    public boolean isString() {
        return kind == TokenKind.STRING
                || kind == TokenKind.ESCAPE_STRING
                || kind == TokenKind.UNICODE_STRING
                || kind == TokenKind.DOLLAR_STRING;
    }
}
