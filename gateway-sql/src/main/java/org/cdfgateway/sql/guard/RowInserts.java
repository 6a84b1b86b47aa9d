package org.cdfgateway.sql.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.port.inbound.RowInsert;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.lex.TokenKind;
import org.cdfgateway.sql.lex.TokenReader;

/**
 * Recognises statements that insert one row of parameters into a CDF table:
 * {@code INSERT INTO assets (name, metadata) VALUES ($1, $2::jsonb)}. Anything behind the row, and queries within it, make
 * it something else.
 */
final class RowInserts {
    private static final Set<String> QUERIES = Set.of("select", "values", "table", "with");

    private final CdfTableNames tables;

    RowInserts(CdfTableNames tables) {
        this.tables = tables;
    }

    /** @param statement of the text, its only one */
    Optional<RowInsert> recognise(String sql, StatementSpan statement) {
        TokenReader tokens = new TokenReader(statement.lexer(sql));
        boolean isHead = tokens.accept("insert")
                && tokens.accept("into")
                && tokens.acceptName().filter(tables::contains).isPresent()
                && skipColumns(tokens)
                && tokens.accept("values")
                && tokens.current().is('(');
        if (!isHead) {
            return Optional.empty();
        }
        int row = tokens.current().start();
        return pieces(sql, new Lexer(sql, row, statement.end()))
                .map(pieces -> new RowInsert(sql.substring(statement.start(), row), pieces))
                .filter(RowInserts::isAscii);
    }

    private static boolean skipColumns(TokenReader tokens) {
        if (!tokens.accept('(')) {
            return true;
        }
        while (!tokens.atEnd() && !tokens.current().is(')')) {
            tokens.take();
        }
        return tokens.accept(')');
    }

    /** The text around the parameters of a row that nothing follows. */
    private static Optional<List<String>> pieces(String sql, Lexer lexer) {
        List<String> pieces = new ArrayList<>();
        int pieceStart = lexer.start();
        int depth = 0;
        int end = pieceStart;
        while (lexer.advance()) {
            if (lexer.kind() == TokenKind.PARAMETER) {
                if (lexer.parameter() != pieces.size() + 1) {
                    return Optional.empty();
                }
                pieces.add(sql.substring(pieceStart, lexer.start()));
                pieceStart = lexer.end();
            } else if (lexer.is('(')) {
                depth++;
            } else if (lexer.is(')')) {
                depth--;
            } else if (lexer.kind() == TokenKind.UNTERMINATED || QUERIES.contains(lexer.word())) {
                return Optional.empty();
            }
            end = lexer.end();
            if (depth == 0) {
                break;
            }
        }
        if (depth != 0 || pieces.isEmpty() || lexer.advance()) {
            return Optional.empty();
        }
        pieces.add(sql.substring(pieceStart, end));
        return Optional.of(pieces);
    }

    /** Others mean something else in another client encoding. */
    private static boolean isAscii(RowInsert insert) {
        return insert.text(1).chars().allMatch(c -> c < 128);
    }
}
