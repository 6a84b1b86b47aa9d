package org.cdfgateway.emulator.fault;

/** Numbers from 0 to 1. */
final class Chance {

    private Chance() {}

    static void require(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 0 to 1)");
        }
    }
}
