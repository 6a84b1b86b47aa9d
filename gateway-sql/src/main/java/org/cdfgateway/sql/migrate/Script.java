package org.cdfgateway.sql.migrate;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.TokenKind;

/**
 * A text cut as psql does it: statements end at semicolons, a backslash begins a command that ends with its line, and
 * behind {@code COPY ... FROM STDIN;} come rows up to a line {@code \.}
 */
final class Script {
    private static final String END_OF_ROWS = "\n\\.";

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private int position;

    enum Kind {
        STATEMENT,
        META_COMMAND
    }

    /** @param end after its last token, the semicolon not included */
    record Part(Kind kind, int start, int end) {}

    private Script(String text) {
        this.text = text;
    }

    static List<Part> parts(String text) {
        Script script = new Script(text);
        while (script.position < text.length()) {
            script.part();
        }
        return script.parts;
    }

    private void part() {
        Lexer lexer = new Lexer(text, position, text.length());
        int start = -1;
        int end = -1;
        boolean copies = false;
        boolean fromClient = false;
        while (lexer.advance()) {
            if (lexer.is(';')) {
                break;
            }
            if (lexer.is('\\')) {
                add(start, end);
                metaCommand(lexer.start());
                return;
            }
            if (start < 0) {
                start = lexer.start();
                copies = lexer.isWord("copy");
            }
            fromClient |= copies && lexer.isWord("stdin");
            end = lexer.end();
        }
        position = lexer.kind() == TokenKind.END ? text.length() : lexer.end();
        add(start, end);
        if (fromClient) {
            skipRows();
        }
    }

    private void add(int start, int end) {
        if (start >= 0) {
            parts.add(new Part(Kind.STATEMENT, start, end));
        }
    }

    private void metaCommand(int start) {
        int lineEnd = text.indexOf('\n', start);
        position = lineEnd < 0 ? text.length() : lineEnd;
        parts.add(new Part(Kind.META_COMMAND, start, position));
    }

    /** A program that sends COPY gives the rows separately; then there is no such line. */
    private void skipRows() {
        int end = text.indexOf(END_OF_ROWS, position);
        if (end >= 0) {
            position = end + END_OF_ROWS.length();
        }
    }
}
