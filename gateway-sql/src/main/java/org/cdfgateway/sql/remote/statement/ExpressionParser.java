package org.cdfgateway.sql.remote.statement;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.expression.CaseWhen;
import org.cdfgateway.sql.expression.Constant;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.expression.Function;
import org.cdfgateway.sql.expression.IsNotNull;
import org.cdfgateway.sql.expression.IsNull;
import org.cdfgateway.sql.expression.Quantifier;
import org.cdfgateway.sql.expression.Typing;
import org.cdfgateway.sql.expression.Unsupported;
import org.cdfgateway.sql.expression.ValueType;
import org.cdfgateway.sql.lex.Token;
import org.cdfgateway.sql.lex.TokenKind;
import org.cdfgateway.sql.lex.TokenReader;

/**
 * Reads conditions as postgres_fdw writes them, which sets every operation in parentheses. Throws
 * {@link GatewayException} SYNTAX_ERROR, UNDEFINED_COLUMN or FEATURE_NOT_SUPPORTED: nothing is ever ignored.
 */
final class ExpressionParser {
    /** Deeper nesting could exhaust the stack of a thread. */
    private static final int MAX_DEPTH = 200;

    private final TokenReader tokens;
    private final OperandParser operands;
    private int depth;

    ExpressionParser(TokenReader tokens, TableDefinition table, Parameters parameters) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, table, parameters, this);
    }

    Expression condition() {
        return Typing.condition(expression());
    }

    /** {@code a AND b OR c}. */
    Expression expression() {
        if (++depth > MAX_DEPTH) {
            throw new GatewayException(
                            ErrorKind.PROGRAM_LIMIT_EXCEEDED,
                            "a condition is nested deeper than " + MAX_DEPTH + " levels")
                    .withHint("Use IN with a list instead of many ORs.");
        }
        List<Expression> alternatives = new ArrayList<>();
        do {
            alternatives.add(conjunction());
        } while (tokens.accept("or"));
        depth--;
        return alternatives.size() == 1 ? alternatives.get(0) : Typing.or(alternatives);
    }

    private Expression conjunction() {
        List<Expression> conjuncts = new ArrayList<>();
        do {
            conjuncts.add(negation());
        } while (tokens.accept("and"));
        return conjuncts.size() == 1 ? conjuncts.get(0) : Typing.and(conjuncts);
    }

    private Expression negation() {
        boolean negated = false;
        while (tokens.accept("not")) {
            negated = !negated;
        }
        Expression tested = test();
        return negated ? Typing.not(tested) : tested;
    }

    /** {@code a = b}, {@code a IS NULL}, {@code a IS DISTINCT FROM b}. */
    private Expression test() {
        Expression expression = comparison();
        while (tokens.accept("is")) {
            boolean negated = tokens.accept("not");
            if (tokens.accept("null")) {
                expression = negated ? new IsNotNull(expression) : new IsNull(expression);
            } else if (tokens.accept("distinct")) {
                Syntax.expect(tokens, "from");
                Expression distinct = Typing.distinct(expression, comparison());
                expression = negated ? Typing.not(distinct) : distinct;
            } else {
                throw Unsupported.inCondition("IS " + tokens.current().text());
            }
        }
        return expression;
    }

    private Expression comparison() {
        Expression left = operands.operand();
        if (tokens.current().kind() != TokenKind.OPERATOR) {
            return left;
        }
        Token symbol = tokens.take();
        if (symbol.text().equals("^@")) {
            return Typing.call(Function.STARTS_WITH, List.of(left, operands.operand()));
        }
        ComparisonOperator operator = operator(symbol.text());
        if (tokens.accept("any")) {
            return Typing.quantified(operator, Quantifier.ANY, left, inParentheses());
        }
        if (tokens.accept("all")) {
            return Typing.quantified(operator, Quantifier.ALL, left, inParentheses());
        }
        return Typing.compare(operator, left, operands.operand());
    }

    /** The {@code ~<~} family compares byte by byte, which in UTF-8 is the order by code point. */
    private static ComparisonOperator operator(String symbol) {
        return switch (symbol) {
            case "=" -> ComparisonOperator.EQUAL;
            case "<>", "!=" -> ComparisonOperator.NOT_EQUAL;
            case "<", "~<~" -> ComparisonOperator.LESS;
            case "<=", "~<=~" -> ComparisonOperator.LESS_OR_EQUAL;
            case ">", "~>~" -> ComparisonOperator.GREATER;
            case ">=", "~>=~" -> ComparisonOperator.GREATER_OR_EQUAL;
            default -> throw Unsupported.inCondition("the operator " + symbol);
        };
    }

    Expression inParentheses() {
        Syntax.expect(tokens, '(');
        Expression inner = expression();
        closeParenthesis();
        return inner;
    }

    void closeParenthesis() {
        if (tokens.current().kind() == TokenKind.OPERATOR) {
            throw Unsupported.inCondition("the operator " + tokens.current().text());
        }
        Syntax.expect(tokens, ')');
    }

    /** {@code CASE WHEN condition THEN result ... END} or {@code CASE value WHEN value THEN result ... END}. */
    Expression caseWhen() {
        boolean searched = tokens.current().isWord("when");
        Expression value = searched ? Constant.TRUE : expression();
        List<CaseWhen.Branch> branches = new ArrayList<>();
        while (tokens.accept("when")) {
            Expression when = expression();
            Syntax.expect(tokens, "then");
            Expression condition = searched ? when : Typing.compare(ComparisonOperator.EQUAL, value, when);
            branches.add(new CaseWhen.Branch(condition, expression()));
        }
        Expression otherwise = tokens.accept("else") ? expression() : new Constant(ValueType.UNKNOWN, null);
        Syntax.expect(tokens, "end");
        return Typing.caseWhen(branches, otherwise);
    }
}
