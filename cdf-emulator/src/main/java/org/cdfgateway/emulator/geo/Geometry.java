package org.cdfgateway.emulator.geo;

import java.util.ArrayList;
import java.util.List;

/**
 * Points, lines and areas in the plane.
 *
 * @param places single points, ends of lines and corners of areas
 * @param lines lines and borders of areas
 */
public record Geometry(List<Place> places, List<Line> lines, List<Area> areas) {

    static Geometry ofPlaces(List<Place> places) {
        return new Geometry(List.copyOf(places), List.of(), List.of());
    }

    static Geometry ofLine(List<Place> places) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < places.size(); i++) {
            lines.add(new Line(places.get(i - 1), places.get(i)));
        }
        return new Geometry(List.copyOf(places), List.copyOf(lines), List.of());
    }

    static Geometry ofArea(List<Ring> rings) {
        List<Place> corners =
                rings.stream().flatMap(ring -> ring.corners().stream()).toList();
        List<Line> sides = rings.stream().flatMap(ring -> ring.sides().stream()).toList();
        return new Geometry(corners, sides, List.of(new Area(List.copyOf(rings))));
    }

    static Geometry of(List<Geometry> parts) {
        return new Geometry(
                parts.stream().flatMap(part -> part.places.stream()).toList(),
                parts.stream().flatMap(part -> part.lines.stream()).toList(),
                parts.stream().flatMap(part -> part.areas.stream()).toList());
    }

    /** Whether they have a point in common. */
    public boolean intersects(Geometry other) {
        return places.stream().anyMatch(other::contains)
                || other.places.stream().anyMatch(this::contains)
                || lines.stream().anyMatch(line -> other.lines.stream().anyMatch(line::meets));
    }

    private boolean contains(Place place) {
        return places.contains(place)
                || lines.stream().anyMatch(line -> line.contains(place))
                || areas.stream().anyMatch(area -> area.contains(place));
    }

    /** Whether all of it is part of the other; where lines cross borders, their ends and middles decide. */
    public boolean isWithin(Geometry other) {
        return places.stream().allMatch(other::contains)
                && lines.stream().map(Geometry::middle).allMatch(other::contains);
    }

    private static Place middle(Line line) {
        return new Place(
                (line.from().x() + line.to().x()) / 2,
                (line.from().y() + line.to().y()) / 2);
    }
}
