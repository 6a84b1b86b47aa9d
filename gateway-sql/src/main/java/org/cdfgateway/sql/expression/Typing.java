package org.cdfgateway.sql.expression;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.scan.ComparisonOperator;

/**
 * Makes expressions with operands of fitting types: literals of unknown type take that of their surroundings, integers
 * become floating point numbers where they meet one. Every method throws {@link GatewayException} FEATURE_NOT_SUPPORTED
 * when the types cannot be brought together.
 */
public final class Typing {

    private Typing() {}

    public static Expression compare(ComparisonOperator operator, Expression left, Expression right) {
        ValueType common = comparable(left.type(), right.type());
        return new Comparison(operator, coerce(left, common), coerce(right, common));
    }

    public static Expression distinct(Expression left, Expression right) {
        ValueType common = comparable(left.type(), right.type());
        return new DistinctFrom(coerce(left, common), coerce(right, common));
    }

    public static Expression quantified(
            ComparisonOperator operator, Quantifier quantifier, Expression operand, Expression array) {
        if (!array.type().isArray()) {
            throw Unsupported.inCondition("ANY or ALL over " + array.type());
        }
        ValueType common = comparable(operand.type(), array.type().element());
        Expression left = coerce(operand, common);
        Expression right = coerce(array, common.array());
        if (right instanceof Constant constant && constant.value() instanceof List<?> elements) {
            if (operator == ComparisonOperator.EQUAL && quantifier == Quantifier.ANY) {
                return new Membership(left, elements);
            }
            if (operator == ComparisonOperator.NOT_EQUAL && quantifier == Quantifier.ALL) {
                return new Not(new Membership(left, elements));
            }
        }
        return new Quantified(operator, quantifier, left, right);
    }

    public static Expression condition(Expression expression) {
        return coerce(expression, ValueType.BOOLEAN);
    }

    public static Expression and(List<Expression> operands) {
        return new And(operands.stream().map(Typing::condition).toList());
    }

    public static Expression or(List<Expression> operands) {
        return new Or(operands.stream().map(Typing::condition).toList());
    }

    public static Expression not(Expression operand) {
        return new Not(condition(operand));
    }

    public static Expression caseWhen(List<CaseWhen.Branch> branches, Expression otherwise) {
        ValueType result = otherwise.type();
        for (CaseWhen.Branch branch : branches) {
            result = common(result, branch.result().type());
        }
        List<CaseWhen.Branch> typed = new ArrayList<>();
        for (CaseWhen.Branch branch : branches) {
            typed.add(new CaseWhen.Branch(condition(branch.condition()), coerce(branch.result(), result)));
        }
        return new CaseWhen(typed, coerce(otherwise, result));
    }

    public static Expression arrayOf(List<Expression> elements) {
        ValueType element = ValueType.UNKNOWN;
        for (Expression expression : elements) {
            element = common(element, expression.type());
        }
        ValueType common = element.equals(ValueType.UNKNOWN) ? ValueType.TEXT : element;
        return new ArrayOf(
                elements.stream().map(expression -> coerce(expression, common)).toList(), common.array());
    }

    public static Expression element(Expression array, Expression index) {
        if (!(array instanceof ColumnValue column) || !array.type().isArray()) {
            throw Unsupported.inCondition("a subscript of something else than an array column");
        }
        return new Element(column, coerce(index, ValueType.INTEGER));
    }

    public static Expression call(Function function, List<Expression> arguments) {
        return new Call(
                function,
                arguments.stream()
                        .map(argument -> coerce(argument, function.argument()))
                        .toList());
    }

    /** An explicit cast. */
    public static Expression cast(Expression expression, ValueType type) {
        if (expression.type().equals(type)) {
            return expression;
        }
        if (expression instanceof Constant constant) {
            return Constants.cast(constant, type);
        }
        if (expression instanceof UnknownValue) {
            return new UnknownValue(type);
        }
        return coerce(expression, type);
    }

    private static Expression coerce(Expression expression, ValueType type) {
        ValueType actual = expression.type();
        if (actual.equals(type)) {
            return expression;
        }
        if (expression instanceof Constant constant) {
            return Constants.cast(constant, type);
        }
        if (expression instanceof UnknownValue && actual.is(ValueFamily.UNKNOWN)) {
            return new UnknownValue(type);
        }
        if (!actual.isArray() && !type.isArray() && Conversions.exists(actual.family(), type.family())) {
            return new Cast(expression, type);
        }
        throw Unsupported.inCondition("a conversion from " + actual + " to " + type);
    }

    private static ValueType comparable(ValueType left, ValueType right) {
        ValueType common = common(left, right);
        ValueType known = common.equals(ValueType.UNKNOWN) ? ValueType.TEXT : common;
        if (!known.isOrdered()) {
            throw Unsupported.inCondition("a comparison of " + left + " with " + right);
        }
        return known;
    }

    private static ValueType common(ValueType left, ValueType right) {
        if (left.equals(right) || right.equals(ValueType.UNKNOWN)) {
            return left;
        }
        if (left.equals(ValueType.UNKNOWN)) {
            return right;
        }
        if (isNumber(left) && isNumber(right)) {
            boolean floating = isFloating(left) || isFloating(right);
            return floating ? ValueType.DOUBLE : ValueType.NUMERIC;
        }
        throw Unsupported.inCondition("a comparison of " + left + " with " + right);
    }

    private static boolean isNumber(ValueType type) {
        return isFloating(type) || type.is(ValueFamily.INTEGER) || type.is(ValueFamily.NUMERIC);
    }

    private static boolean isFloating(ValueType type) {
        return type.is(ValueFamily.REAL) || type.is(ValueFamily.DOUBLE);
    }
}
