package org.cdfgateway.emulator.geo;

import java.awt.geom.Line2D;

/** A straight line between two points. */
record Line(Place from, Place to) {

    boolean meets(Line other) {
        return Line2D.linesIntersect(
                from.x(), from.y(), to.x(), to.y(), other.from.x(), other.from.y(), other.to.x(), other.to.y());
    }

    boolean contains(Place place) {
        return meets(new Line(place, place));
    }
}
