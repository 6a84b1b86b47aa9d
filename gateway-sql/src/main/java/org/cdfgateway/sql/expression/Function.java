package org.cdfgateway.sql.expression;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.cdfgateway.domain.row.ValueOrder;

/** The leakproof functions on texts and bytes; all are strict. */
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
            return digest("MD5", arguments.get(0).getBytes(StandardCharsets.UTF_8));
        }
    },
    MD5_OF_BYTES(1) {
        @Override
        Object apply(List<String> arguments) {
            return digest("MD5", ByteText.bytes(arguments.get(0)));
        }
    },
    SHA224(1) {
        @Override
        Object apply(List<String> arguments) {
            return ByteText.ofDigits(digest("SHA-224", ByteText.bytes(arguments.get(0))));
        }
    },
    SHA256(1) {
        @Override
        Object apply(List<String> arguments) {
            return ByteText.ofDigits(digest("SHA-256", ByteText.bytes(arguments.get(0))));
        }
    },
    SHA384(1) {
        @Override
        Object apply(List<String> arguments) {
            return ByteText.ofDigits(digest("SHA-384", ByteText.bytes(arguments.get(0))));
        }
    },
    SHA512(1) {
        @Override
        Object apply(List<String> arguments) {
            return ByteText.ofDigits(digest("SHA-512", ByteText.bytes(arguments.get(0))));
        }
    };

    private final int arity;

    Function(int arity) {
        this.arity = arity;
    }

    /** How many arguments it takes. */
    public int arity() {
        return arity;
    }

    ValueType argument() {
        return switch (this) {
            case STARTS_WITH, TEXT_LARGER, TEXT_SMALLER, MD5 -> ValueType.TEXT;
            case MD5_OF_BYTES, SHA224, SHA256, SHA384, SHA512 -> ValueType.BYTEA;
        };
    }

    ValueType result() {
        return switch (this) {
            case STARTS_WITH -> ValueType.BOOLEAN;
            case TEXT_LARGER, TEXT_SMALLER, MD5, MD5_OF_BYTES -> ValueType.TEXT;
            case SHA224, SHA256, SHA384, SHA512 -> ValueType.BYTEA;
        };
    }

    /** In hexadecimal digits. */
    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the Java platform has no " + algorithm, e);
        }
    }

    abstract Object apply(List<String> arguments);
}
