package org.cdfgateway.emulator.sample;

import org.cdfgateway.emulator.sample.Vocabulary.Quantity;

/** The readings of one sensor: a yearly and a daily wave, drift, noise, now and then a spike. */
record Signal(long seed, double base, double swing, double stepsPerDay) {

    private static final double DAYS_PER_YEAR = 365;
    private static final int SPIKE_ONE_IN = 700;

    static Signal of(Quantity quantity, long seed, double stepsPerDay) {
        return new Signal(seed, quantity.base() * (0.8 + 0.4 * Noise.unit(seed, -1)), quantity.swing(), stepsPerDay);
    }

    /** The reading with this number, with three decimals. */
    double at(int index) {
        double days = index / stepsPerDay;
        double phase = Noise.unit(seed, -2);
        double noise = Noise.unit(seed, index) - 0.5;
        double value = base
                + swing * 0.6 * Noise.wave(days / DAYS_PER_YEAR + phase)
                + swing * 0.3 * Noise.wave(days + phase)
                + swing * 0.2 * noise;
        if (Noise.bits(seed, ~index) % SPIKE_ONE_IN == 0) {
            value += swing * 2;
        }
        return Math.round(value * 1000) / 1000.0;
    }
}
