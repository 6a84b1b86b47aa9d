package org.cdfgateway.sql.remote.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.expression.Function;
import org.cdfgateway.sql.expression.Typing;
import org.cdfgateway.sql.expression.Unsupported;
import org.cdfgateway.sql.expression.ValueFamily;
import org.cdfgateway.sql.expression.ValueType;

/** The leakproof functions that conditions may call by name, among them those behind the comparison operators. */
final class FunctionParser {
    private static final Map<String, Function> FUNCTIONS = Map.of(
            "starts_with", Function.STARTS_WITH,
            "text_larger", Function.TEXT_LARGER,
            "text_smaller", Function.TEXT_SMALLER,
            "md5", Function.MD5);

    private static final Map<String, Function> OF_BYTES = Map.of(
            "md5", Function.MD5_OF_BYTES,
            "sha224", Function.SHA224,
            "sha256", Function.SHA256,
            "sha384", Function.SHA384,
            "sha512", Function.SHA512);

    private static final Map<String, ValueFamily> CONVERSIONS = Map.of(
            "float4", ValueFamily.REAL,
            "float8", ValueFamily.DOUBLE,
            "numeric", ValueFamily.NUMERIC);

    private static final Map<String, ComparisonOperator> COMPARISONS = comparisons();

    private FunctionParser() {}

    private static Map<String, ComparisonOperator> comparisons() {
        Map<String, ComparisonOperator> byName = new HashMap<>();
        List<String> joined = List.of(
                "int2", "int4", "int8", "int24", "int28", "int42", "int48", "int82", "int84", "float4", "float8",
                "float48", "float84", "bool", "text", "bytea");
        joined.forEach(prefix -> add(byName, prefix, ""));
        List.of("text", "timestamptz", "text_pattern").forEach(prefix -> add(byName, prefix, "_"));
        return Map.copyOf(byName);
    }

    private static void add(Map<String, ComparisonOperator> byName, String prefix, String separator) {
        byName.put(prefix + separator + "eq", ComparisonOperator.EQUAL);
        byName.put(prefix + separator + "ne", ComparisonOperator.NOT_EQUAL);
        byName.put(prefix + separator + "lt", ComparisonOperator.LESS);
        byName.put(prefix + separator + "le", ComparisonOperator.LESS_OR_EQUAL);
        byName.put(prefix + separator + "gt", ComparisonOperator.GREATER);
        byName.put(prefix + separator + "ge", ComparisonOperator.GREATER_OR_EQUAL);
    }

    /** @throws org.cdfgateway.domain.error.GatewayException FEATURE_NOT_SUPPORTED */
    static Expression call(String name, List<Expression> arguments) {
        boolean isOfBytes = arguments.size() == 1 && arguments.get(0).type().is(ValueFamily.BYTEA);
        return Optional.ofNullable((isOfBytes ? OF_BYTES : FUNCTIONS).get(name))
                .filter(function -> function.arity() == arguments.size())
                .map(function -> Typing.call(function, arguments))
                .or(() -> Optional.ofNullable(CONVERSIONS.get(name))
                        .filter(family -> arguments.size() == 1)
                        .map(family -> Typing.cast(arguments.get(0), ValueType.of(family))))
                .or(() -> Optional.ofNullable(COMPARISONS.get(name))
                        .filter(operator -> arguments.size() == 2)
                        .map(operator -> Typing.compare(operator, arguments.get(0), arguments.get(1))))
                .orElseThrow(() -> Unsupported.inCondition("the function " + name));
    }
}
