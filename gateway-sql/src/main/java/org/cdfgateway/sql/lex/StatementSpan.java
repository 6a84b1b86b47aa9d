package org.cdfgateway.sql.lex;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement within a text.
 *
 * @param start position of its first token
 * @param end position after its last token, the semicolon not included
 * @param firstWord its first token in lower case when that is an unquoted word, else empty
 */
public record StatementSpan(int start, int end, String firstWord) {

    /** The statements of a text, cut at the semicolons outside of literals and comments; empty ones are left out. */
    public static List<StatementSpan> cut(String text) {
        List<StatementSpan> statements = new ArrayList<>();
        Lexer lexer = new Lexer(text);
        while (lexer.advance()) {
            if (lexer.is(';')) {
                continue;
            }
            int start = lexer.start();
            String firstWord = lexer.word();
            int end = lexer.end();
            while (lexer.advance() && !lexer.is(';')) {
                end = lexer.end();
            }
            statements.add(new StatementSpan(start, end, firstWord));
        }
        return statements;
    }

    /** A lexer over the statement alone. */
    public Lexer lexer(String text) {
        return new Lexer(text, start, end);
    }
}
