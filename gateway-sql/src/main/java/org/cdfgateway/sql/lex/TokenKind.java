package org.cdfgateway.sql.lex;

/** What a token is (PostgreSQL manual, section 4.1). */
public enum TokenKind {
    /** A key word or an unquoted identifier. */
    WORD,
    /** {@code "..."} */
    QUOTED_IDENTIFIER,
    /** {@code U&"..."} */
    UNICODE_IDENTIFIER,
    /** {@code '...'}, also {@code B'...'} and {@code X'...'}, whose letter is a word of its own here. */
    STRING,
    /** {@code E'...'} with backslash escapes. */
    ESCAPE_STRING,
    /** {@code U&'...'} */
    UNICODE_STRING,
    /** {@code $tag$...$tag$} */
    DOLLAR_STRING,
    /** {@code $1} */
    PARAMETER,
    NUMBER,
    /** {@code ::} */
    TYPE_CAST,
    /** An operator of one or more characters. */
    OPERATOR,
    /** One of {@code ( ) [ ] , ; : . ..} or a character that PostgreSQL does not know. */
    PUNCTUATION,
    /** A literal, quoted identifier or comment that never ends; reaches to the end of the text. */
    UNTERMINATED,
    END
}
