package org.cdfgateway.emulator.model;

import java.util.Map;
import org.cdfgateway.emulator.shape.Identifier;
import org.cdfgateway.emulator.shape.ObjectShape;
import org.cdfgateway.emulator.shape.Shape;
import org.cdfgateway.emulator.shape.Shapes;

/** What types of properties look like in requests: reference/cdf-api-data.md section 11.3. */
final class TypeShapes {

    private static final ObjectShape LISTABLE = ObjectShape.empty()
            .defaulted("list", Shapes.flag(), "false")
            .optional("maxListSize", Shapes.integer(1, ModelLimits.LONGEST_LIST));

    private static final ObjectShape TEXT = LISTABLE.optional("maxTextSize", Shapes.integer(1, ModelLimits.TEXT_BYTES))
            .defaulted("collation", Shapes.text(2, 32), "\"ucs_basic\"");

    private static final ObjectShape FLOAT = LISTABLE.optional(
            "unit",
            ObjectShape.empty()
                    .required("externalId", Identifier.INSTANCE)
                    .optional("sourceUnit", Shapes.text(0, ModelLimits.NAME)));

    private static final ObjectShape DIRECT = LISTABLE.optional("container", References.CONTAINER);

    private static final ObjectShape ENUM = ObjectShape.empty()
            .optional("unknownValue", Identifier.ENUM_VALUE)
            .required("values", Shapes.map(Identifier.ENUM_VALUE, Descriptions.SHAPE, 1, ModelLimits.ENUM_VALUES));

    static final Shape TYPE = Shapes.variant(
            "type",
            null,
            Map.ofEntries(
                    Map.entry(ValueType.TEXT.word(), TEXT),
                    Map.entry(ValueType.BOOLEAN.word(), LISTABLE),
                    Map.entry(ValueType.INT32.word(), LISTABLE),
                    Map.entry(ValueType.INT64.word(), LISTABLE),
                    Map.entry(ValueType.FLOAT32.word(), FLOAT),
                    Map.entry(ValueType.FLOAT64.word(), FLOAT),
                    Map.entry(ValueType.TIMESTAMP.word(), LISTABLE),
                    Map.entry(ValueType.DATE.word(), LISTABLE),
                    Map.entry(ValueType.JSON.word(), LISTABLE),
                    Map.entry(ValueType.DIRECT.word(), DIRECT),
                    Map.entry(ValueType.ENUM.word(), ENUM),
                    Map.entry(ValueType.TIME_SERIES.word(), LISTABLE),
                    Map.entry(ValueType.FILE.word(), LISTABLE),
                    Map.entry(ValueType.SEQUENCE.word(), LISTABLE)));

    private TypeShapes() {}
}
