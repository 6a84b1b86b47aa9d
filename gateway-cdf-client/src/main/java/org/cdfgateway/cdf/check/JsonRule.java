package org.cdfgateway.cdf.check;

import org.cdfgateway.cdf.row.JsonShape;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/** A JSON column of a certain shape. */
public record JsonRule(int position, Column column, Shape shape) implements RowCheck {

    private enum Shape {
        OBJECT("a JSON object"),
        OBJECT_OF_TEXTS("a JSON object whose values are texts, such as {\"size\": \"5\"}"),
        ARRAY_OF_OBJECTS("a JSON array of objects");

        private final String expectation;

        Shape(String expectation) {
            this.expectation = expectation;
        }

        private boolean isMetBy(String json) {
            return switch (this) {
                case OBJECT -> JsonShape.isObject(json);
                case OBJECT_OF_TEXTS -> JsonShape.isObjectOfTexts(json);
                case ARRAY_OF_OBJECTS -> JsonShape.isArrayOfObjects(json);
            };
        }
    }

    /** An object. */
    public static JsonRule object(TableDefinition table, String column) {
        return of(table, column, Shape.OBJECT);
    }

    /** An object whose values are texts, as metadata is. */
    public static JsonRule objectOfTexts(TableDefinition table, String column) {
        return of(table, column, Shape.OBJECT_OF_TEXTS);
    }

    public static JsonRule arrayOfObjects(TableDefinition table, String column) {
        return of(table, column, Shape.ARRAY_OF_OBJECTS);
    }

    private static JsonRule of(TableDefinition table, String column, Shape shape) {
        return new JsonRule(table.position(column).orElseThrow(), table.column(column), shape);
    }

    @Override
    public void check(Row row) {
        if (row.value(position) instanceof String json && !shape.isMetBy(json)) {
            throw RowCheck.refused(ErrorKind.INVALID_PARAMETER_VALUE, column, json, shape.expectation);
        }
    }
}
