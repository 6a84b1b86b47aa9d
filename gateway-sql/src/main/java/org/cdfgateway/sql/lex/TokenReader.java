package org.cdfgateway.sql.lex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads tokens one by one, looking one ahead. Not for use by several threads. */
public final class TokenReader {
    private final Lexer lexer;
    private Token current;
    private int previousEnd;

    public TokenReader(Lexer lexer) {
        this.lexer = lexer;
        this.previousEnd = lexer.end();
        lexer.advance();
        this.current = lexer.token();
    }

    /** The token that has not been taken yet; of kind END at the end, for ever. */
    public Token current() {
        return current;
    }

    public Token take() {
        Token taken = current;
        previousEnd = taken.end();
        lexer.advance();
        current = lexer.token();
        return taken;
    }

    /** The position after the token taken last. */
    public int previousEnd() {
        return previousEnd;
    }

    public boolean atEnd() {
        return current.kind() == TokenKind.END;
    }

    /** Takes the current token if it is this key word, given in lower case. */
    public boolean accept(String word) {
        if (!current.isWord(word)) {
            return false;
        }
        take();
        return true;
    }

    public boolean accept(char punctuation) {
        if (!current.is(punctuation)) {
            return false;
        }
        take();
        return true;
    }

    public boolean acceptOperator(String symbol) {
        if (!current.isOperator(symbol)) {
            return false;
        }
        take();
        return true;
    }

    /** Takes {@code name}, {@code schema.name} and so on; empty, and nothing or part of it taken, when there is none. */
    public Optional<QualifiedName> acceptName() {
        List<String> parts = new ArrayList<>();
        int start = current.start();
        do {
            Optional<String> part = Identifiers.name(current);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            take();
            parts.add(part.get());
        } while (accept('.'));
        return Optional.of(new QualifiedName(parts, start, previousEnd));
    }
}
