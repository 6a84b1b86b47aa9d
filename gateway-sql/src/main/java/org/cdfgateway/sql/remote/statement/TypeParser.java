package org.cdfgateway.sql.remote.statement;

import org.cdfgateway.sql.expression.Constant;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.expression.Typing;
import org.cdfgateway.sql.expression.UnknownValue;
import org.cdfgateway.sql.expression.Unsupported;
import org.cdfgateway.sql.expression.ValueFamily;
import org.cdfgateway.sql.expression.ValueType;
import org.cdfgateway.sql.lex.TokenKind;
import org.cdfgateway.sql.lex.TokenReader;

/** Reads type names as {@code format_type} writes them. */
final class TypeParser {

    private TypeParser() {}

    /** The name of a type whose values cannot be wider than those of {@code type}, or are cut or rounded to fit. */
    record TypeName(ValueType type, boolean narrows) {

        /** The operand cast to the type. */
        Expression cast(Expression operand) {
            boolean isKnownToFit = operand instanceof Constant
                    || operand instanceof UnknownValue
                    || operand.type().is(ValueFamily.BOOLEAN);
            if (narrows && !isKnownToFit) {
                throw Unsupported.inCondition("a conversion from " + operand.type() + " to a narrower type");
            }
            return Typing.cast(operand, type);
        }
    }

    /** @throws org.cdfgateway.domain.error.GatewayException FEATURE_NOT_SUPPORTED */
    static TypeName parse(TokenReader tokens) {
        String word = Syntax.identifier(tokens);
        TypeName scalar = switch (word) {
            case "bigint", "int8" -> wide(ValueFamily.INTEGER);
            case "integer", "int4", "smallint", "int2" -> narrow(ValueFamily.INTEGER);
            case "boolean", "bool" -> wide(ValueFamily.BOOLEAN);
            case "text" -> wide(ValueFamily.TEXT);
            case "real", "float4" -> wide(ValueFamily.REAL);
            case "float8" -> wide(ValueFamily.DOUBLE);
            case "bytea" -> wide(ValueFamily.BYTEA);
            case "json" -> wide(ValueFamily.JSON);
            case "double" -> {
                Syntax.expect(tokens, "precision");
                yield wide(ValueFamily.DOUBLE);
            }
            case "numeric" -> modified(tokens, ValueFamily.NUMERIC);
            case "character" -> {
                if (!tokens.accept("varying")) {
                    throw Unsupported.inCondition("the type character");
                }
                yield modified(tokens, ValueFamily.TEXT);
            }
            case "timestamp" -> {
                TypeName timestamp = modified(tokens, ValueFamily.TIMESTAMPTZ);
                if (!tokens.accept("with")) {
                    throw Unsupported.inCondition("the type timestamp without time zone");
                }
                Syntax.expect(tokens, "time");
                Syntax.expect(tokens, "zone");
                yield timestamp;
            }
            default -> throw Unsupported.inCondition("the type " + word);
        };
        boolean isArray = false;
        while (tokens.accept('[')) {
            Syntax.expect(tokens, ']');
            isArray = true;
        }
        return isArray ? new TypeName(scalar.type().array(), scalar.narrows()) : scalar;
    }

    private static TypeName wide(ValueFamily family) {
        return new TypeName(ValueType.of(family), false);
    }

    private static TypeName narrow(ValueFamily family) {
        return new TypeName(ValueType.of(family), true);
    }

    /** A type that may carry a length or precision in parentheses. */
    private static TypeName modified(TokenReader tokens, ValueFamily family) {
        if (!tokens.accept('(')) {
            return wide(family);
        }
        while (tokens.current().kind() == TokenKind.NUMBER || tokens.current().is(',')) {
            tokens.take();
        }
        Syntax.expect(tokens, ')');
        return narrow(family);
    }
}
