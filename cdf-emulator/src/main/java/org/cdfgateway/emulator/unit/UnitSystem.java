package org.cdfgateway.emulator.unit;

import java.util.Map;

/** @param units external ids of units by quantity, in the order of the catalog */
public record UnitSystem(String name, Map<String, String> units) {}
