package org.cdfgateway.sql.expression;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.cdfgateway.domain.row.ValueOrder;

/** The leakproof functions on texts; all are strict. */
public enum Function {
    STARTS_WITH(2) {
        @Override
        Object apply(List<String> arguments) {
            return arguments.get(0).startsWith(arguments.get(1));
        }
    },
    TEXT_LARGER(2) {
        @Override
        Object apply(List<String> arguments) {
            boolean firstIsLarger = ValueOrder.compareText(arguments.get(0), arguments.get(1)) > 0;
            return arguments.get(firstIsLarger ? 0 : 1);
        }
    },
    TEXT_SMALLER(2) {
        @Override
        Object apply(List<String> arguments) {
            boolean firstIsSmaller = ValueOrder.compareText(arguments.get(0), arguments.get(1)) < 0;
            return arguments.get(firstIsSmaller ? 0 : 1);
        }
    },
    MD5(1) {
        @Override
        Object apply(List<String> arguments) {
            try {
                byte[] bytes = arguments.get(0).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has MD5", e);
            }
        }
    };

    private final int arity;

    Function(int arity) {
        this.arity = arity;
    }

    /** How many texts it takes. */
    public int arity() {
        return arity;
    }

    ValueType result() {
        return this == STARTS_WITH ? ValueType.BOOLEAN : ValueType.TEXT;
    }

    abstract Object apply(List<String> arguments);
}
