package org.cdfgateway.emulator.geo;

/** A point in degrees. */
record Place(double x, double y) {}
