package org.cdfgateway.emulator.sample;

/** Random numbers that depend on nothing but a seed and an index, so that they need not be kept. */
final class Noise {

    private static final int WAVE_STEPS = 4096;
    private static final float[] WAVE = new float[WAVE_STEPS];

    static {
        for (int i = 0; i < WAVE_STEPS; i++) {
            WAVE[i] = (float) Math.sin(2 * Math.PI * i / WAVE_STEPS);
        }
    }

    private Noise() {}

    static long bits(long seed, long index) {
        long x = seed + index * 0x9E3779B97F4A7C15L;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    /** From 0 up to the bound, that one excluded. */
    static int below(int bound, long seed, long index) {
        return (int) ((bits(seed, index) >>> 33) % bound);
    }

    /** From 0 up to the bound, that one excluded. */
    static long below(long bound, long seed, long index) {
        return (bits(seed, index) >>> 1) % bound;
    }

    /** From 0 to 1. */
    static double unit(long seed, long index) {
        return (bits(seed, index) >>> 11) * 0x1.0p-53;
    }

    /** A sine wave, cheaper than {@link Math#sin}. */
    static double wave(double turns) {
        return WAVE[(int) ((turns - Math.floor(turns)) * WAVE_STEPS) & (WAVE_STEPS - 1)];
    }
}
