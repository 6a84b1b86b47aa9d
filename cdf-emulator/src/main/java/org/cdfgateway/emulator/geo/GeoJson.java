package org.cdfgateway.emulator.geo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads geometries (reference/cdf-api-resources.md section 1.3). */
public final class GeoJson {

    /** Kinds of geometries that objects have. */
    public static final Set<String> TYPES =
            Set.of("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon");

    private static final int MIN_LINE_POINTS = 2;
    private static final int MIN_RING_POINTS = 4;

    private GeoJson() {}

    /** @throws IllegalArgumentException that says what is wrong */
    public static Geometry read(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        String type = geometry.path("type").asText();
        return switch (type) {
            case "Point" -> Geometry.ofPlaces(List.of(place(coordinates)));
            case "MultiPoint" -> Geometry.ofPlaces(places(coordinates, 1));
            case "LineString" -> Geometry.ofLine(places(coordinates, MIN_LINE_POINTS));
            case "MultiLineString" ->
                Geometry.of(elements(coordinates).stream()
                        .map(line -> Geometry.ofLine(places(line, MIN_LINE_POINTS)))
                        .toList());
            case "Polygon" -> area(coordinates);
            case "MultiPolygon" ->
                Geometry.of(elements(coordinates).stream().map(GeoJson::area).toList());
            default -> throw new IllegalArgumentException("type must be one of " + TYPES + ", got " + type);
        };
    }

    private static Geometry area(JsonNode rings) {
        return Geometry.ofArea(elements(rings).stream().map(GeoJson::ring).toList());
    }

    private static Ring ring(JsonNode json) {
        List<Place> corners = places(json, MIN_RING_POINTS);
        if (!corners.get(0).equals(corners.get(corners.size() - 1))) {
            throw new IllegalArgumentException("the last point of a ring must equal its first: " + json);
        }
        return new Ring(corners);
    }

    private static List<Place> places(JsonNode json, int min) {
        List<Place> places = elements(json).stream().map(GeoJson::place).toList();
        if (places.size() < min) {
            throw new IllegalArgumentException("coordinates must have at least " + min + " points: " + json);
        }
        return places;
    }

    private static Place place(JsonNode json) {
        if (json.size() != 2 || !json.path(0).isNumber() || !json.path(1).isNumber()) {
            throw new IllegalArgumentException("a point must have exactly 2 numbers: " + json);
        }
        return new Place(json.path(0).doubleValue(), json.path(1).doubleValue());
    }

    private static List<JsonNode> elements(JsonNode json) {
        if (!json.isArray() || json.isEmpty()) {
            throw new IllegalArgumentException("coordinates must be an array with elements: " + json);
        }
        List<JsonNode> elements = new ArrayList<>();
        json.forEach(elements::add);
        return elements;
    }
}
