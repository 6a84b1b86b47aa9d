package org.cdfgateway.emulator.journal;

import java.time.Instant;

/**
 * What a change depends on besides its request and what is stored.
 *
 * @param time in whole milliseconds
 * @param seed of everything that is drawn by chance
 */
public record Occasion(Instant time, long seed) {

    @Override
    public String toString() {
        return "Occasion[" + time + "]";
    }
}
