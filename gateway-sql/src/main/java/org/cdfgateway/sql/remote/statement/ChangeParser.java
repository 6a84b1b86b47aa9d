package org.cdfgateway.sql.remote.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.RowChange;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.expression.Typing;
import org.cdfgateway.sql.expression.ValueType;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.Token;
import org.cdfgateway.sql.lex.TokenKind;
import org.cdfgateway.sql.lex.TokenReader;

/**
 * Reads UPDATE and DELETE, which come in two forms each:
 *
 * <pre>
 * UPDATE public.t SET a = expression WHERE ((condition)) AND ((condition)) RETURNING a
 * UPDATE public.t SET a = $2, b = $3 WHERE ctid = $1 RETURNING a
 * DELETE FROM public.t WHERE ((condition)) RETURNING a
 * DELETE FROM public.t WHERE ctid = $1 RETURNING a
 * </pre>
 */
final class ChangeParser {
    private static final Set<String> AFTER_SET = Set.of("where", "returning");
    private static final Set<String> AFTER_WHERE = Set.of("returning");

    private final RemoteTables tables;
    private final String sql;
    private final TokenReader tokens;
    private final Parameters parameters;

    /** @param tokens after the first word of the statement, which is {@code sql} */
    ChangeParser(RemoteTables tables, String sql, TokenReader tokens, Parameters parameters) {
        this.tables = tables;
        this.sql = sql;
        this.tokens = tokens;
        this.parameters = parameters;
    }

    RemoteStatement update() {
        TableDefinition table = tables.find(Syntax.name(tokens));
        Syntax.expect(tokens, "set");
        List<Column> columns = new ArrayList<>();
        List<TextSpan> values = new ArrayList<>();
        do {
            columns.add(changeable(table, Syntax.identifier(tokens), columns));
            if (!tokens.acceptOperator("=")) {
                throw Syntax.unexpected(tokens.current());
            }
            values.add(value());
        } while (tokens.accept(','));
        boolean isFiltered = tokens.accept("where");
        if (isFiltered && tokens.current().isWord("ctid")) {
            expectAddress();
            expectParameters(values);
            return new RemoteStatement.UpdateRow(table, columns, returning(table));
        }
        RowCondition condition = isFiltered ? condition(table) : RowCondition.ALWAYS;
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            assignments.add(assignment(table, columns.get(i), values.get(i)));
        }
        return new RemoteStatement.Update(table, assignments, condition, returning(table));
    }

    RemoteStatement delete() {
        Syntax.expect(tokens, "from");
        TableDefinition table = tables.find(Syntax.name(tokens));
        boolean isFiltered = tokens.accept("where");
        if (isFiltered && tokens.current().isWord("ctid")) {
            expectAddress();
            return new RemoteStatement.DeleteRow(table, returning(table));
        }
        RowCondition condition = isFiltered ? condition(table) : RowCondition.ALWAYS;
        return new RemoteStatement.Delete(table, condition, returning(table));
    }

    /** @throws GatewayException GENERATED_ALWAYS for a column that UPDATE may not change */
    private static Column changeable(TableDefinition table, String name, List<Column> before) {
        Column column = table.columns().get(RemoteTables.position(table, name));
        boolean isRefusedAsAWhole = table.refusal(RowChange.UPDATE).isPresent();
        if (!isRefusedAsAWhole && !column.writeRule().updatable()) {
            throw new GatewayException(
                            ErrorKind.GENERATED_ALWAYS,
                            "column \"" + name + "\" of table \"" + table.name() + "\" cannot be changed")
                    .withDetail(
                            column.writeRule().insertable()
                                    ? "CDF keeps the value that a row was created with."
                                    : "CDF fills it in.");
        }
        if (before.contains(column)) {
            throw new GatewayException(ErrorKind.SYNTAX_ERROR, "multiple assignments to same column \"" + name + "\"");
        }
        return column;
    }

    /** Everything up to a comma outside of parentheses, which is left. */
    private TextSpan value() {
        int start = tokens.current().start();
        int depth = 0;
        int end = start;
        while (!tokens.atEnd()
                && (depth > 0
                        || (!tokens.current().is(',') && AFTER_SET.stream().noneMatch(tokens.current()::isWord)))) {
            Token token = tokens.take();
            depth += TextSpan.nesting(token);
            end = token.end();
        }
        if (end == start) {
            throw Syntax.unexpected(tokens.current());
        }
        return new TextSpan(start, end);
    }

    private Assignment assignment(TableDefinition table, Column column, TextSpan span) {
        try {
            return new Assignment.Known(column, known(table, ValueType.of(column.family()), span));
        } catch (GatewayException e) {
            // PostgreSQL knows more, and says so if it does not
            return new Assignment.Computed(
                    column,
                    SqlText.of(sql, span, table, parameters).as(column.family().sqlName()));
        }
    }

    private Expression known(TableDefinition table, ValueType type, TextSpan span) {
        TokenReader value = new TokenReader(new Lexer(sql, span.start(), span.end()));
        Expression expression = new ExpressionParser(value, table, parameters).expression();
        Syntax.expectEnd(value);
        return Typing.cast(expression, type);
    }

    private void expectAddress() {
        Syntax.expect(tokens, "ctid");
        if (!tokens.acceptOperator("=")) {
            throw Syntax.unexpected(tokens.current());
        }
        Token parameter = tokens.take();
        if (parameter.kind() != TokenKind.PARAMETER || OperandParser.number(parameter) != 1) {
            throw Syntax.unexpected(parameter);
        }
    }

    /** The row's address is the first parameter, the values are the others. */
    private void expectParameters(List<TextSpan> values) {
        for (int i = 0; i < values.size(); i++) {
            String text = sql.substring(values.get(i).start(), values.get(i).end());
            if (!text.equals("$" + (i + 2))) {
                throw new GatewayException(
                        ErrorKind.SYNTAX_ERROR, "unexpected value " + text + " (expected: $" + (i + 2) + ")");
            }
        }
    }

    private RowCondition condition(TableDefinition table) {
        return new ConditionParser(sql, table, parameters).parse(tokens, AFTER_WHERE);
    }

    private List<OutputColumn> returning(TableDefinition table) {
        List<OutputColumn> returning = tokens.accept("returning")
                ? SelectParser.outputs(table, SelectParser.outputNames(tokens), false)
                : List.of();
        Syntax.expectEnd(tokens);
        return returning;
    }
}
