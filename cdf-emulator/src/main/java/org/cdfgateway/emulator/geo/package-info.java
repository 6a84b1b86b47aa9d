/** Geometries in the plane: their GeoJSON and how two of them lie to each other. */
@NullMarked
package org.cdfgateway.emulator.geo;

import org.jspecify.annotations.NullMarked;
