package org.cdfgateway.emulator.raw;

/** Spreads keys evenly over the non-negative longs, the same way in every process. */
final class KeyHash {

    private KeyHash() {}

    static long of(String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        // The finishing step of MurmurHash3, as the loop above leaves the upper bits of short keys alike.
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return (hash ^ (hash >>> 33)) >>> 1;
    }
}
