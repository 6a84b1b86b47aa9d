package org.cdfgateway.sql.remote.statement;

import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.sql.lex.Identifiers;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.Token;
import org.cdfgateway.sql.lex.TokenKind;
import org.cdfgateway.sql.lex.TokenReader;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Abort;
import org.cdfgateway.sql.remote.statement.RemoteStatement.ChangeSetting;
import org.cdfgateway.sql.remote.statement.RemoteStatement.CloseCursor;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Commit;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Deallocate;
import org.cdfgateway.sql.remote.statement.RemoteStatement.DeallocateAll;
import org.cdfgateway.sql.remote.statement.RemoteStatement.DeclareCursor;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Explain;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Fetch;
import org.cdfgateway.sql.remote.statement.RemoteStatement.MoveBackwardAll;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Query;
import org.cdfgateway.sql.remote.statement.RemoteStatement.ReleaseSavepoint;
import org.cdfgateway.sql.remote.statement.RemoteStatement.RollbackToSavepoint;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Savepoint;
import org.cdfgateway.sql.remote.statement.RemoteStatement.StartTransaction;

/** Reads one statement. Immutable; safe for use by several threads. */
public final class RemoteParser {
    private final RemoteTables tables;

    public RemoteParser(RemoteTables tables) {
        this.tables = tables;
    }

    /**
     * @param sql one statement without semicolon
     * @throws GatewayException SYNTAX_ERROR, UNDEFINED_TABLE, UNDEFINED_COLUMN, FEATURE_NOT_SUPPORTED
     */
    public RemoteStatement parse(String sql, Parameters parameters) {
        TokenReader tokens = new TokenReader(new Lexer(sql));
        Token first = tokens.take();
        return switch (first.kind() == TokenKind.WORD ? Identifiers.folded(first.text()) : "") {
            case "start", "begin" -> new StartTransaction();
            case "commit" -> new Commit();
            case "abort" -> new Abort();
            case "rollback" -> rollback(tokens);
            case "savepoint" -> new Savepoint(onlyName(tokens));
            case "release" -> new ReleaseSavepoint(savepointName(tokens));
            case "set" -> new ChangeSetting();
            case "declare" -> declare(sql, tokens, parameters);
            case "fetch" -> fetch(tokens);
            case "move" -> move(tokens);
            case "close" -> new CloseCursor(onlyName(tokens));
            case "explain" -> new Explain(select(sql, tokens, Parameters.unknown()));
            case "select" -> new Query(new SelectParser(tables, sql, tokens).parse(parameters));
            case "insert" -> new InsertParser(tables, sql).parse();
            case "deallocate" -> deallocate(tokens);
            case "update" -> new ChangeParser(tables, sql, tokens, parameters).update();
            case "delete" -> new ChangeParser(tables, sql, tokens, parameters).delete();
            default -> throw Syntax.unexpected(first);
        };
    }

    private static RemoteStatement rollback(TokenReader tokens) {
        tokens.accept("transaction");
        return tokens.accept("to") ? new RollbackToSavepoint(savepointName(tokens)) : new Abort();
    }

    private static String savepointName(TokenReader tokens) {
        tokens.accept("savepoint");
        return onlyName(tokens);
    }

    private RemoteStatement declare(String sql, TokenReader tokens, Parameters parameters) {
        String cursor = Syntax.identifier(tokens);
        Syntax.expect(tokens, "cursor");
        Syntax.expect(tokens, "for");
        return new DeclareCursor(cursor, select(sql, tokens, parameters));
    }

    private static RemoteStatement fetch(TokenReader tokens) {
        tokens.accept("forward");
        long rows = tokens.accept("all") ? Long.MAX_VALUE : count(tokens.take());
        if (!tokens.accept("from")) {
            Syntax.expect(tokens, "in");
        }
        return new Fetch(onlyName(tokens), rows);
    }

    private static long count(Token token) {
        try {
            return Long.parseLong(token.text());
        } catch (NumberFormatException e) {
            throw Syntax.unexpected(token).causedBy(e);
        }
    }

    private static RemoteStatement move(TokenReader tokens) {
        Syntax.expect(tokens, "backward");
        Syntax.expect(tokens, "all");
        Syntax.expect(tokens, "in");
        return new MoveBackwardAll(onlyName(tokens));
    }

    private Select select(String sql, TokenReader tokens, Parameters parameters) {
        Syntax.expect(tokens, "select");
        return new SelectParser(tables, sql, tokens).parse(parameters);
    }

    private static RemoteStatement deallocate(TokenReader tokens) {
        tokens.accept("prepare");
        return tokens.accept("all") ? new DeallocateAll() : new Deallocate(onlyName(tokens));
    }

    private static String onlyName(TokenReader tokens) {
        String name = Syntax.identifier(tokens);
        Syntax.expectEnd(tokens);
        return name;
    }
}
