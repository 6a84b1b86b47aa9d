package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.geo.GeoJson;
import org.cdfgateway.emulator.geo.Geometry;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.Field;

/** The criterion of where something is (reference/cdf-api-resources.md section 3.3). */
public final class GeoCriteria {

    private static final Set<String> SHAPES =
            Set.of("Point", "LineString", "Polygon", "MultiLineString", "MultiPolygon");

    private GeoCriteria() {}

    /** <code>{"relation": "INTERSECTS", "shape": geometry}</code>; nothing without a location matches. */
    public static Criterion location(Field field) {
        return (value, path, related) -> {
            Predicate<Geometry> wanted = wanted(value, path);
            return item -> {
                String feature = field.textOf(item);
                return feature != null
                        && wanted.test(GeoJson.read(Json.value(feature).path("geometry")));
            };
        };
    }

    private static Predicate<Geometry> wanted(JsonNode value, String path) {
        Geometry shape = shape(value.path("shape"), path);
        String relation = value.path("relation").asText();
        return switch (relation) {
            case "INTERSECTS" -> shape::intersects;
            case "DISJOINT" -> geometry -> !shape.intersects(geometry);
            case "WITHIN" -> geometry -> geometry.isWithin(shape);
            default ->
                throw ApiError.badRequest(path + ".relation must be INTERSECTS, DISJOINT or WITHIN, got " + relation);
        };
    }

    private static Geometry shape(JsonNode shape, String path) {
        if (!SHAPES.contains(shape.path("type").asText())) {
            throw ApiError.badRequest(path + ".shape.type must be one of " + SHAPES);
        }
        try {
            return GeoJson.read(shape);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(path + ".shape: " + e.getMessage());
        }
    }
}
