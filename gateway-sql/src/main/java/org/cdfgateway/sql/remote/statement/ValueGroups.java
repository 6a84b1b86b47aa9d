package org.cdfgateway.sql.remote.statement;

import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.TokenKind;

/**
 * The list {@code ($1, $2), ($3, $4), ...} of an INSERT, whose parameters are numbered without gaps. Reading it allocates
 * nothing per parameter.
 *
 * @param count groups in the list
 * @param end position in the text after the last group
 */
record ValueGroups(int count, int end) {

    /** @throws GatewayException SYNTAX_ERROR when the list looks different */
    static ValueGroups read(Lexer lexer, int width) {
        int count = 0;
        int end;
        do {
            expect(lexer, '(');
            for (int i = 1; i <= width; i++) {
                if (i > 1) {
                    expect(lexer, ',');
                }
                expectParameter(lexer, count * width + i);
            }
            expect(lexer, ')');
            end = lexer.end();
            count++;
        } while (lexer.advance() && lexer.is(','));
        return new ValueGroups(count, end);
    }

    private static void expect(Lexer lexer, char punctuation) {
        if (!lexer.advance() || !lexer.is(punctuation)) {
            throw Syntax.unexpected(lexer.token());
        }
    }

    private static void expectParameter(Lexer lexer, int number) {
        if (!lexer.advance() || lexer.kind() != TokenKind.PARAMETER || lexer.parameter() != number) {
            throw Syntax.unexpected(lexer.token());
        }
    }
}
