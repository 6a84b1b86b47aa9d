package org.cdfgateway.sql.remote.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.expression.ColumnValue;
import org.cdfgateway.sql.expression.Constant;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.expression.Typing;
import org.cdfgateway.sql.expression.UnknownValue;
import org.cdfgateway.sql.expression.Unsupported;
import org.cdfgateway.sql.expression.ValueType;
import org.cdfgateway.sql.lex.QualifiedName;
import org.cdfgateway.sql.lex.StringLiterals;
import org.cdfgateway.sql.lex.Token;
import org.cdfgateway.sql.lex.TokenKind;
import org.cdfgateway.sql.lex.TokenReader;

/** Reads what stands between operators: columns, constants, parameters, calls, casts, subscripts. */
final class OperandParser {
    private final TokenReader tokens;
    private final TableDefinition table;
    private final Parameters parameters;
    private final ExpressionParser expressions;

    OperandParser(TokenReader tokens, TableDefinition table, Parameters parameters, ExpressionParser expressions) {
        this.tokens = tokens;
        this.table = table;
        this.parameters = parameters;
        this.expressions = expressions;
    }

    Expression operand() {
        if (tokens.current().kind() == TokenKind.PARAMETER) {
            return withSuffixes(parameter());
        }
        return withSuffixes(primary());
    }

    private Expression withSuffixes(Expression start) {
        Expression expression = start;
        while (true) {
            if (tokens.current().kind() == TokenKind.TYPE_CAST) {
                tokens.take();
                expression = TypeParser.parse(tokens).cast(expression);
            } else if (tokens.accept('[')) {
                Expression index = expressions.expression();
                if (tokens.current().is(':')) {
                    throw Unsupported.inCondition("a slice of an array");
                }
                Syntax.expect(tokens, ']');
                expression = Typing.element(expression, index);
            } else {
                return expression;
            }
        }
    }

    /** {@code $1::bigint}: the value is read as being of that type. */
    private Expression parameter() {
        int number = number(tokens.take());
        if (tokens.current().kind() != TokenKind.TYPE_CAST) {
            return parameters.value(number, ValueType.UNKNOWN);
        }
        tokens.take();
        return parameters.value(number, TypeParser.parse(tokens).type());
    }

    static int number(Token parameter) {
        try {
            return Integer.parseInt(parameter.text().substring(1));
        } catch (NumberFormatException e) {
            throw Syntax.unexpected(parameter).causedBy(e);
        }
    }

    private Expression primary() {
        Token token = tokens.current();
        return switch (token.kind()) {
            case STRING, ESCAPE_STRING -> string(tokens.take());
            case NUMBER -> number(tokens.take().text());
            case OPERATOR -> negativeNumber();
            case WORD, QUOTED_IDENTIFIER, UNICODE_IDENTIFIER -> word(token);
            case PUNCTUATION -> inParentheses();
            case UNICODE_STRING, DOLLAR_STRING, PARAMETER, TYPE_CAST, UNTERMINATED, END ->
                throw Syntax.unexpected(token);
        };
    }

    private static Expression string(Token token) {
        String value = StringLiterals.value(token).orElseThrow(() -> Syntax.unexpected(token));
        return new Constant(ValueType.UNKNOWN, value);
    }

    private Expression negativeNumber() {
        if (!tokens.acceptOperator("-") || tokens.current().kind() != TokenKind.NUMBER) {
            throw Syntax.unexpected(tokens.current());
        }
        return number("-" + tokens.take().text());
    }

    /** Digits alone make an integer if they fit; anything else is numeric until it is cast. */
    private static Expression number(String digits) {
        try {
            return new Constant(ValueType.INTEGER, Long.valueOf(digits));
        } catch (NumberFormatException e) {
            return new Constant(ValueType.NUMERIC, new BigDecimal(digits));
        }
    }

    private Expression word(Token token) {
        if (tokens.accept("case")) {
            return expressions.caseWhen();
        }
        if (tokens.accept("null")) {
            return new Constant(ValueType.UNKNOWN, null);
        }
        if (tokens.accept("true")) {
            return Constant.TRUE;
        }
        if (tokens.accept("false")) {
            return new Constant(ValueType.BOOLEAN, false);
        }
        if (tokens.accept("array")) {
            Syntax.expect(tokens, '[');
            return Typing.arrayOf(list(']'));
        }
        QualifiedName name = Syntax.name(tokens);
        if (tokens.accept('(')) {
            return FunctionParser.call(name.last(), list(')'));
        }
        if (name.parts().size() > 2) {
            throw Syntax.unexpected(token);
        }
        int position = RemoteTables.position(table, name.last());
        return new ColumnValue(table.columns().get(position), position);
    }

    /** Expressions up to the closing character, which is taken, too. */
    private List<Expression> list(char closing) {
        List<Expression> expressions = new ArrayList<>();
        while (!tokens.accept(closing)) {
            if (!expressions.isEmpty()) {
                Syntax.expect(tokens, ',');
            }
            expressions.add(this.expressions.expression());
        }
        return expressions;
    }

    /** An expression, or {@code (SELECT null::bigint)}, which stands for a parameter in EXPLAIN. */
    private Expression inParentheses() {
        Syntax.expect(tokens, '(');
        if (!tokens.accept("select")) {
            Expression inner = expressions.expression();
            expressions.closeParenthesis();
            return inner;
        }
        Syntax.expect(tokens, "null");
        if (tokens.take().kind() != TokenKind.TYPE_CAST) {
            throw Unsupported.inCondition("a sub-select");
        }
        ValueType type = TypeParser.parse(tokens).type();
        Syntax.expect(tokens, ')');
        return new UnknownValue(type);
    }
}
