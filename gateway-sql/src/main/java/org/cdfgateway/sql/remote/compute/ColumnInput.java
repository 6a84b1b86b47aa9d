package org.cdfgateway.sql.remote.compute;

import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.sql.expression.TextInput;
import org.cdfgateway.sql.expression.TextOutput;
import org.cdfgateway.sql.expression.ValueType;
import org.jspecify.annotations.Nullable;

/** Values that are to be stored in a column. */
public final class ColumnInput {

    private ColumnInput() {}

    /**
     * Reads PostgreSQL's text format.
     *
     * @throws GatewayException INVALID_TEXT_REPRESENTATION or INVALID_PARAMETER_VALUE
     */
    public static @Nullable Object parse(Column column, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Object value = TextInput.parse(ValueType.of(column.family()), text);
        requireNoNulls(column, value, text);
        return value;
    }

    /**
     * The value as an assignment to the column's type leaves it: spaces beyond the column's length are dropped.
     *
     * @throws GatewayException INVALID_PARAMETER_VALUE for a null element, STRING_DATA_RIGHT_TRUNCATION
     */
    static @Nullable Object assigned(Column column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof List<?> elements) {
            requireNoNulls(column, value, TextOutput.array(elements));
        }
        if (column.type().maxLength().isEmpty()) {
            return value;
        }
        int maxLength = column.type().maxLength().getAsInt();
        if (value instanceof List<?> elements) {
            return elements.stream()
                    .map(element -> fitting(column, String.valueOf(element), maxLength))
                    .toList();
        }
        return fitting(column, (String) value, maxLength);
    }

    private static void requireNoNulls(Column column, Object value, String shown) {
        if (value instanceof List<?> elements && !column.nullElements()) {
            for (Object element : elements) {
                if (element == null) {
                    throw new GatewayException(
                                    ErrorKind.INVALID_PARAMETER_VALUE,
                                    "column \"" + column.name() + "\" cannot hold a null element: " + shown)
                            .withHint(
                                    "CDF's lists hold values only: remove it, for example with array_remove(..., NULL).");
                }
            }
        }
    }

    private static String fitting(Column column, String text, int maxLength) {
        if (text.length() <= maxLength || text.codePointCount(0, text.length()) <= maxLength) {
            return text;
        }
        int end = text.offsetByCodePoints(0, maxLength);
        if (text.substring(end).chars().allMatch(c -> c == ' ')) {
            return text.substring(0, end);
        }
        throw new GatewayException(
                        ErrorKind.STRING_DATA_RIGHT_TRUNCATION,
                        "value too long for type character varying(" + maxLength + ")")
                .withDetail("Column \"" + column.name() + "\" got " + text.codePointCount(0, text.length())
                        + " characters.");
    }
}
