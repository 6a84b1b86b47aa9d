package org.cdfgateway.sql.remote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.remote.statement.OutputColumn;
import org.cdfgateway.sql.remote.statement.Parameters;
import org.cdfgateway.sql.remote.statement.RemoteParser;
import org.cdfgateway.sql.remote.statement.RemoteStatement;
import org.jspecify.annotations.Nullable;

/** The prepared statements of a session by name. Belongs to the session's thread. */
final class PreparedStatements {
    private final RemoteParser parser;
    private final InsertTexts inserts = new InsertTexts();
    private final Map<String, Prepared> statements = new HashMap<>();

    private record Prepared(String sql, RemoteStatement statement) {}

    PreparedStatements(RemoteParser parser) {
        this.parser = parser;
    }

    /**
     * The statement of the empty name is replaced, others are not.
     *
     * @throws GatewayException SYNTAX_ERROR when the text is not one statement
     */
    RemoteStatement put(String name, String sql) {
        if (!name.isEmpty() && statements.containsKey(name)) {
            throw new GatewayException(
                    ErrorKind.INVALID_SQL_STATEMENT_NAME, "prepared statement \"" + name + "\" already exists");
        }
        Prepared prepared =
                inserts.find(sql).map(insert -> new Prepared(sql, insert)).orElseGet(() -> read(sql));
        statements.put(name, prepared);
        return prepared.statement();
    }

    private Prepared read(String sql) {
        List<StatementSpan> spans = StatementSpan.cut(sql);
        if (spans.size() != 1) {
            throw new GatewayException(
                    ErrorKind.SYNTAX_ERROR, "a prepared statement must be one statement, not " + spans.size());
        }
        String text = sql.substring(spans.get(0).start(), spans.get(0).end());
        RemoteStatement statement = parser.parse(text, Parameters.unknown());
        if (statement instanceof RemoteStatement.Insert insert) {
            inserts.put(sql, insert);
        }
        return new Prepared(text, statement);
    }

    /** The statement with its parameters in place. */
    RemoteStatement bind(String name, List<@Nullable String> parameters) {
        Prepared prepared = find(name);
        if (parameters.isEmpty() || prepared.statement().takesParametersWhenRun()) {
            return prepared.statement();
        }
        return parser.parse(prepared.sql(), Parameters.of(parameters));
    }

    List<ResultColumn> describe(String name) {
        RemoteStatement statement = find(name).statement();
        return statement instanceof RemoteStatement.Explain
                ? List.of(Execution.EXPLAIN_COLUMN)
                : OutputColumn.results(statement.outputs());
    }

    void remove(String name) {
        find(name);
        statements.remove(name);
    }

    void clear() {
        statements.clear();
    }

    private Prepared find(String name) {
        Prepared prepared = statements.get(name);
        if (prepared == null) {
            throw new GatewayException(
                    ErrorKind.INVALID_SQL_STATEMENT_NAME, "prepared statement \"" + name + "\" does not exist");
        }
        return prepared;
    }
}
