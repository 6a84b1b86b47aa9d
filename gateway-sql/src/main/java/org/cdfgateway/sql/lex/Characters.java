package org.cdfgateway.sql.lex;

/** The character classes of PostgreSQL's scanner. Everything beyond ASCII may be part of an identifier, as in {@code scan.l}. */
final class Characters {
    private static final byte SPACE = 1;
    private static final byte IDENTIFIER_START = 2;
    private static final byte DIGIT = 4;
    private static final byte OPERATOR = 8;

    private static final byte[] CLASSES = new byte[128];

    static {
        assign(" \t\n\r\f\u000B", SPACE);
        assign("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", IDENTIFIER_START);
        assign("0123456789", DIGIT);
        assign("~!@#^&|`?+-*/%<>=", OPERATOR);
    }

    private Characters() {}

    private static void assign(String members, byte characterClass) {
        for (int i = 0; i < members.length(); i++) {
            CLASSES[members.charAt(i)] = characterClass;
        }
    }

    static boolean isSpace(char c) {
        return c < 128 && CLASSES[c] == SPACE;
    }

    static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isIdentifierStart(char c) {
        return c >= 128 || CLASSES[c] == IDENTIFIER_START;
    }

    static boolean isTagPart(char c) {
        return c >= 128 || CLASSES[c] == IDENTIFIER_START || CLASSES[c] == DIGIT;
    }

    static boolean isIdentifierPart(char c) {
        return isTagPart(c) || c == '$';
    }

    static boolean isOperator(char c) {
        return c < 128 && CLASSES[c] == OPERATOR;
    }
}
