package org.cdfgateway.emulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.Violations;
import org.jspecify.annotations.Nullable;

/**
 * An object with known fields. Unknown ones are dropped, a null counts as absent. Immutable:
 *
 * <pre>{@code
 * ObjectShape.empty().required("space", Identifier.SPACE).optional("name", Shapes.text(0, 255))
 * }</pre>
 */
public final class ObjectShape implements Shape {

    private record Field(
            Shape shape, boolean required, @Nullable JsonNode absent) {}

    private static final ObjectShape EMPTY = new ObjectShape(Map.of());

    private final Map<String, Field> fields;

    private ObjectShape(Map<String, Field> fields) {
        this.fields = fields;
    }

    public static ObjectShape empty() {
        return EMPTY;
    }

    public ObjectShape required(String name, Shape shape) {
        return with(name, new Field(shape, true, null));
    }

    public ObjectShape optional(String name, Shape shape) {
        return with(name, new Field(shape, false, null));
    }

    /** @param absent JSON of the value that an absent field has */
    public ObjectShape defaulted(String name, Shape shape, String absent) {
        return with(name, new Field(shape, false, Json.value(absent)));
    }

    private ObjectShape with(String name, Field field) {
        Map<String, Field> more = new LinkedHashMap<>(fields);
        more.put(name, field);
        return new ObjectShape(more);
    }

    @Override
    public ObjectNode read(JsonNode value, String path, Violations violations) {
        if (!value.isObject()) {
            throw Violations.wrongType(path.isEmpty() ? "items" : path, "object", value);
        }
        ObjectNode kept = Json.newObject();
        fields.forEach((name, field) -> {
            JsonNode given = value.path(name);
            String fieldPath = path.isEmpty() ? name : path + "." + name;
            if (!given.isMissingNode() && !given.isNull()) {
                kept.set(name, field.shape().read(given, fieldPath, violations));
            } else if (field.required()) {
                violations.addMissingField(fieldPath);
            } else if (field.absent() != null) {
                kept.set(name, field.absent().deepCopy());
            }
        });
        return kept;
    }
}
