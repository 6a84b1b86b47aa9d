package org.cdfgateway.sql.remote.statement;

import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.sql.lex.Identifiers;
import org.cdfgateway.sql.lex.QualifiedName;
import org.cdfgateway.sql.lex.Token;
import org.cdfgateway.sql.lex.TokenKind;
import org.cdfgateway.sql.lex.TokenReader;

/** What the parsers have in common: demanding a token. All methods throw {@link GatewayException} SYNTAX_ERROR. */
final class Syntax {

    private Syntax() {}

    static void expect(TokenReader tokens, char punctuation) {
        if (!tokens.accept(punctuation)) {
            throw unexpected(tokens.current());
        }
    }

    static void expect(TokenReader tokens, String word) {
        if (!tokens.accept(word)) {
            throw unexpected(tokens.current());
        }
    }

    static String identifier(TokenReader tokens) {
        Token token = tokens.take();
        return Identifiers.name(token).orElseThrow(() -> unexpected(token));
    }

    static QualifiedName name(TokenReader tokens) {
        Token first = tokens.current();
        Optional<QualifiedName> name = tokens.acceptName();
        return name.orElseThrow(() -> unexpected(first));
    }

    static void expectEnd(TokenReader tokens) {
        if (!tokens.atEnd()) {
            throw unexpected(tokens.current());
        }
    }

    static GatewayException unexpected(Token token) {
        String where = token.kind() == TokenKind.END ? "at end of input" : "at or near \"" + token.text() + "\"";
        return new GatewayException(ErrorKind.SYNTAX_ERROR, "syntax error " + where);
    }
}
