package org.cdfgateway.sql.remote.statement;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.TokenReader;

/** Reads {@code INSERT INTO schema.t(a, b) VALUES ($1, $2), ($3, $4) [RETURNING a]}. */
final class InsertParser {
    private final RemoteTables tables;
    private final String sql;

    InsertParser(RemoteTables tables, String sql) {
        this.tables = tables;
        this.sql = sql;
    }

    RemoteStatement.Insert parse() {
        TokenReader head = new TokenReader(new Lexer(sql));
        Syntax.expect(head, "insert");
        Syntax.expect(head, "into");
        TableDefinition table = tables.find(Syntax.name(head));
        List<Integer> positions = columns(head, table);
        if (!head.current().isWord("values")) {
            throw Syntax.unexpected(head.current());
        }
        ValueGroups groups = ValueGroups.read(new Lexer(sql, head.current().end(), sql.length()), positions.size());
        TokenReader tail = new TokenReader(new Lexer(sql, groups.end(), sql.length()));
        if (tail.current().isWord("on")) {
            throw new GatewayException(
                            ErrorKind.FEATURE_NOT_SUPPORTED,
                            "ON CONFLICT is not supported on CDF table \"" + table.name() + "\"")
                    .withHint("Leave out the rows that exist with WHERE NOT EXISTS (SELECT ... FROM " + table.name()
                            + " ...).");
        }
        List<OutputColumn> returning = tail.accept("returning")
                ? SelectParser.outputs(table, SelectParser.outputNames(tail), false)
                : List.of();
        Syntax.expectEnd(tail);
        return new RemoteStatement.Insert(table, positions, groups.count(), returning);
    }

    private static List<Integer> columns(TokenReader head, TableDefinition table) {
        List<Integer> positions = new ArrayList<>();
        Syntax.expect(head, '(');
        do {
            positions.add(RemoteTables.position(table, Syntax.identifier(head)));
        } while (head.accept(','));
        Syntax.expect(head, ')');
        return positions;
    }
}
