package org.cdfgateway.sql.remote.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.sql.lex.Token;
import org.cdfgateway.sql.lex.TokenReader;

/**
 * A part of a statement's text, found by its neighbours and not by what is in it.
 *
 * @param start position of its first token
 * @param end position after its last token; not beyond {@code start} when the part is empty
 */
record TextSpan(int start, int end) {

    /**
     * The parts of a clause, cut at the separators outside of parentheses and brackets.
     *
     * @param ends the key words before which the clause ends, besides the end of the text
     */
    static List<TextSpan> cut(TokenReader tokens, Predicate<Token> separator, Set<String> ends) {
        List<TextSpan> spans = new ArrayList<>();
        int depth = 0;
        int start = tokens.current().start();
        int end = start;
        while (!tokens.atEnd() && (depth > 0 || ends.stream().noneMatch(tokens.current()::isWord))) {
            Token token = tokens.take();
            if (depth == 0 && separator.test(token)) {
                spans.add(new TextSpan(start, end));
                start = tokens.current().start();
                end = start;
            } else {
                depth += nesting(token);
                end = token.end();
            }
        }
        spans.add(new TextSpan(start, end));
        return spans;
    }

    static int nesting(Token token) {
        if (token.is('(') || token.is('[')) {
            return 1;
        }
        return token.is(')') || token.is(']') ? -1 : 0;
    }
}
