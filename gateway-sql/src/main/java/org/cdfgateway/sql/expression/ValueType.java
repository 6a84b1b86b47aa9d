package org.cdfgateway.sql.expression;

import java.util.Locale;
import org.cdfgateway.domain.table.ColumnType;

/**
 * The type of an expression. A non-null value of an array type is a {@code List} whose elements may be null.
 *
 * @param family of the value, or of the elements of an array
 */
public record ValueType(ValueFamily family, boolean isArray) {

    public static final ValueType BOOLEAN = of(ValueFamily.BOOLEAN);
    public static final ValueType INTEGER = of(ValueFamily.INTEGER);
    public static final ValueType DOUBLE = of(ValueFamily.DOUBLE);
    public static final ValueType NUMERIC = of(ValueFamily.NUMERIC);
    public static final ValueType TEXT = of(ValueFamily.TEXT);
    public static final ValueType BYTEA = of(ValueFamily.BYTEA);
    public static final ValueType TIMESTAMPTZ = of(ValueFamily.TIMESTAMPTZ);
    public static final ValueType UNKNOWN = of(ValueFamily.UNKNOWN);

    public static ValueType of(ValueFamily family) {
        return new ValueType(family, false);
    }

    public static ValueType of(ColumnType column) {
        return switch (column) {
            case BOOLEAN -> BOOLEAN;
            case BIGINT -> INTEGER;
            case DOUBLE -> DOUBLE;
            case TEXT -> TEXT;
            case TIMESTAMPTZ -> TIMESTAMPTZ;
            case JSON -> of(ValueFamily.JSON);
            case REAL -> of(ValueFamily.REAL);
            case BYTEA -> BYTEA;
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY ->
                of(column.element().orElseThrow()).array();
        };
    }

    public ValueType array() {
        return new ValueType(family, true);
    }

    public ValueType element() {
        return new ValueType(family, false);
    }

    public boolean is(ValueFamily scalar) {
        return !isArray && family == scalar;
    }

    /** Whether values can be put in order, as {@link Values#compare} does. */
    public boolean isOrdered() {
        return !isArray
                && switch (family) {
                    case BOOLEAN, INTEGER, REAL, DOUBLE, TEXT, BYTEA, TIMESTAMPTZ -> true;
                    case NUMERIC, JSON, UNKNOWN -> false;
                };
    }

    @Override
    public String toString() {
        return family.name().toLowerCase(Locale.ROOT) + (isArray ? "[]" : "");
    }
}
