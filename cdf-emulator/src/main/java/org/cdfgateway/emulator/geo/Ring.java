package org.cdfgateway.emulator.geo;

import java.util.ArrayList;
import java.util.List;

/**
 * A closed line.
 *
 * @param corners of which the last equals the first
 */
record Ring(List<Place> corners) {

    List<Line> sides() {
        List<Line> sides = new ArrayList<>();
        for (int i = 1; i < corners.size(); i++) {
            sides.add(new Line(corners.get(i - 1), corners.get(i)));
        }
        return sides;
    }

    /** Counts how often a ray from the place crosses the ring; places on the ring are either in or out. */
    boolean surrounds(Place place) {
        boolean inside = false;
        for (Line side : sides()) {
            boolean crossesHeight = side.from().y() > place.y() != side.to().y() > place.y();
            if (crossesHeight) {
                double slope = (side.to().x() - side.from().x())
                        / (side.to().y() - side.from().y());
                inside ^= place.x()
                        < side.from().x() + slope * (place.y() - side.from().y());
            }
        }
        return inside;
    }
}
