package org.cdfgateway.emulator.geo;

import java.util.List;

/** A polygon: what is inside of its first ring and not inside of the others. The border belongs to it. */
record Area(List<Ring> rings) {

    boolean contains(Place place) {
        boolean onBorder = rings.stream().flatMap(ring -> ring.sides().stream()).anyMatch(side -> side.contains(place));
        boolean inHole = rings.subList(1, rings.size()).stream().anyMatch(ring -> ring.surrounds(place));
        return onBorder || (rings.get(0).surrounds(place) && !inHole);
    }
}
