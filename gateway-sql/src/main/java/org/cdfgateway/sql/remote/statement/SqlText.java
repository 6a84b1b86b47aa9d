package org.cdfgateway.sql.remote.statement;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.lex.Identifiers;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.Token;
import org.cdfgateway.sql.lex.TokenKind;
import org.cdfgateway.sql.lex.TokenReader;

/** Takes expressions as they are written. */
final class SqlText {

    private SqlText() {}

    /** The expression, with literals in the places of the parameters. A name that is a column's counts as the column. */
    static SqlExpression of(String sql, TextSpan span, TableDefinition table, Parameters parameters) {
        StringBuilder text = new StringBuilder();
        Set<Column> columns = new HashSet<>();
        TokenReader tokens = new TokenReader(new Lexer(sql, span.start(), span.end()));
        int copied = span.start();
        while (!tokens.atEnd()) {
            Token token = tokens.take();
            if (token.kind() == TokenKind.PARAMETER) {
                text.append(sql, copied, token.start()).append(parameters.literal(OperandParser.number(token)));
                copied = token.end();
            } else {
                column(token, table).ifPresent(columns::add);
            }
        }
        text.append(sql, copied, Math.max(copied, span.end()));
        return new SqlExpression(text.toString(), columns);
    }

    private static Optional<Column> column(Token token, TableDefinition table) {
        return Identifiers.name(token).flatMap(name -> {
            var position = table.position(name);
            return position.isPresent() ? Optional.of(table.columns().get(position.getAsInt())) : Optional.empty();
        });
    }
}
