package org.cdfgateway.sql.lex;

import java.util.Locale;

/**
 * Walks over the tokens of a text as PostgreSQL's scanner does with {@code standard_conforming_strings} on, skipping
 * white space and comments. It allocates nothing per token, so that long VALUES lists cost little: {@link #kind()},
 * {@link #start()} and {@link #end()} speak of the token that {@link #advance()} moved to.
 *
 * <p>Text that PostgreSQL's scanner refuses is cut somehow; PostgreSQL then runs no statement of it. Not for use by
 * several threads.
 */
public final class Lexer {
    private final String text;
    private final int limit;
    private TokenKind kind = TokenKind.END;
    private int start;
    private int end;

    public Lexer(String text) {
        this(text, 0, text.length());
    }

    /** Looks at the part of the text from {@code begin} to before {@code limit}. */
    public Lexer(String text, int begin, int limit) {
        this.text = text;
        this.limit = limit;
        this.start = begin;
        this.end = begin;
    }

    public TokenKind kind() {
        return kind;
    }

    /** Where the current token begins. */
    public int start() {
        return start;
    }

    /** Where the text after the current token begins. */
    public int end() {
        return end;
    }

    public Token token() {
        return new Token(kind, text.substring(start, end), start, end);
    }

    /** Whether the current token is this one character of punctuation. */
    public boolean is(char punctuation) {
        return kind == TokenKind.PUNCTUATION && end == start + 1 && text.charAt(start) == punctuation;
    }

    /** Whether the current token is this key word, given in lower case. */
    public boolean isWord(String word) {
        return kind == TokenKind.WORD
                && end - start == word.length()
                && text.regionMatches(true, start, word, 0, word.length());
    }

    /** The current token in lower case when it is an unquoted word, else the empty text. */
    public String word() {
        return kind == TokenKind.WORD ? Identifiers.folded(text.substring(start, end)) : "";
    }

    /** The number of the current token, which is a parameter; {@link Integer#MAX_VALUE} when it is too large. */
    public int parameter() {
        int maxDigits = 9;
        return end - start - 1 > maxDigits ? Integer.MAX_VALUE : Integer.parseInt(text, start + 1, end, 10);
    }

    /** Moves to the next token; false when there is none. */
    public boolean advance() {
        int position = skipBlank(end);
        start = position;
        if (position < 0) {
            start = -position - 1;
            return becomes(TokenKind.UNTERMINATED, limit);
        }
        if (position >= limit) {
            start = limit;
            becomes(TokenKind.END, limit);
            return false;
        }
        char c = text.charAt(position);
        if (Characters.isIdentifierStart(c)) {
            return wordOrPrefixedLiteral(c);
        }
        if (Characters.isDigit(c) || (c == '.' && Characters.isDigit(peek(position + 1)))) {
            return becomes(TokenKind.NUMBER, NumberSyntax.end(text, position, limit));
        }
        if (Characters.isOperator(c)) {
            return becomes(TokenKind.OPERATOR, OperatorSyntax.end(text, position, limit));
        }
        return switch (c) {
            case '\'' -> becomes(TokenKind.STRING, QuotedSyntax.stringEnd(text, position, limit));
            case '"' -> becomes(TokenKind.QUOTED_IDENTIFIER, QuotedSyntax.identifierEnd(text, position, limit));
            case '$' -> parameterOrDollarString();
            case ':' ->
                peek(position + 1) == ':'
                        ? becomes(TokenKind.TYPE_CAST, position + 2)
                        : becomes(TokenKind.PUNCTUATION, position + 1);
            case '.' -> becomes(TokenKind.PUNCTUATION, position + (peek(position + 1) == '.' ? 2 : 1));
            default -> becomes(TokenKind.PUNCTUATION, position + 1);
        };
    }

    private boolean wordOrPrefixedLiteral(char first) {
        char second = peek(start + 1);
        if (second == '\'' && (first == 'e' || first == 'E')) {
            return becomes(TokenKind.ESCAPE_STRING, QuotedSyntax.escapeStringEnd(text, start + 1, limit));
        }
        if (second == '&' && (first == 'u' || first == 'U')) {
            char third = peek(start + 2);
            if (third == '\'') {
                return becomes(TokenKind.UNICODE_STRING, QuotedSyntax.stringEnd(text, start + 2, limit));
            }
            if (third == '"') {
                return becomes(TokenKind.UNICODE_IDENTIFIER, QuotedSyntax.identifierEnd(text, start + 2, limit));
            }
        }
        int position = start + 1;
        while (position < limit && Characters.isIdentifierPart(text.charAt(position))) {
            position++;
        }
        return becomes(TokenKind.WORD, position);
    }

    private boolean parameterOrDollarString() {
        int position = start + 1;
        if (Characters.isDigit(peek(position))) {
            while (Characters.isDigit(peek(position))) {
                position++;
            }
            return becomes(TokenKind.PARAMETER, position);
        }
        int tagEnd = QuotedSyntax.dollarTagEnd(text, start, limit);
        return tagEnd < 0
                ? becomes(TokenKind.PUNCTUATION, start + 1)
                : becomes(TokenKind.DOLLAR_STRING, QuotedSyntax.dollarStringEnd(text, start, tagEnd, limit));
    }

    /** @param newEnd negative for a token that never ends */
    private boolean becomes(TokenKind newKind, int newEnd) {
        kind = newEnd < 0 ? TokenKind.UNTERMINATED : newKind;
        end = newEnd < 0 ? limit : newEnd;
        return true;
    }

    /** The next position that is neither white space nor comment; {@code -position - 1} of a comment that never ends. */
    private int skipBlank(int from) {
        int position = from;
        while (position < limit) {
            char c = text.charAt(position);
            if (Characters.isSpace(c)) {
                position++;
            } else if (c == '-' && peek(position + 1) == '-') {
                position = CommentSyntax.lineEnd(text, position, limit);
            } else if (c == '/' && peek(position + 1) == '*') {
                int commentEnd = CommentSyntax.blockEnd(text, position, limit);
                if (commentEnd < 0) {
                    return -position - 1;
                }
                position = commentEnd;
            } else {
                return position;
            }
        }
        return limit;
    }

    /** The character at the position, or U+0000, which PostgreSQL text never holds. */
    private char peek(int position) {
        return position < limit ? text.charAt(position) : '\0';
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s at %d: %s", kind, start, text.substring(start, end));
    }
}
