package org.cdfgateway.cdf.check;

import org.cdfgateway.cdf.row.JsonShape;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/** A JSON column of a certain shape. */
public record JsonObjectRule(int position, Column column, boolean textsOnly) implements RowCheck {

    /** An object. */
    public static JsonObjectRule object(TableDefinition table, String column) {
        return new JsonObjectRule(table.position(column).orElseThrow(), table.column(column), false);
    }

    /** An object whose values are texts, as metadata is. */
    public static JsonObjectRule objectOfTexts(TableDefinition table, String column) {
        return new JsonObjectRule(table.position(column).orElseThrow(), table.column(column), true);
    }

    @Override
    public void check(Row row) {
        if (row.value(position) instanceof String json) {
            boolean fits = textsOnly ? JsonShape.isObjectOfTexts(json) : JsonShape.isObject(json);
            if (!fits) {
                throw RowCheck.refused(
                        ErrorKind.INVALID_PARAMETER_VALUE,
                        column,
                        json,
                        textsOnly
                                ? "a JSON object whose values are texts, such as {\"size\": \"5\"}"
                                : "a JSON object");
            }
        }
    }
}
