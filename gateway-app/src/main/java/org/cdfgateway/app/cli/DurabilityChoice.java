package org.cdfgateway.app.cli;

import java.util.Locale;
import org.cdfgateway.emulator.journal.Durability;

/** The value of {@code --durability}. */
enum DurabilityChoice {
    EACH_CHANGE(Durability.EACH_CHANGE),
    EACH_SECOND(Durability.EACH_SECOND),
    WHENEVER(Durability.WHENEVER);

    private final Durability durability;

    DurabilityChoice(Durability durability) {
        this.durability = durability;
    }

    Durability durability() {
        return durability;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
