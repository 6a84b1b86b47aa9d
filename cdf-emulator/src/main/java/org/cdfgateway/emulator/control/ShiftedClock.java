package org.cdfgateway.emulator.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The emulator's time: another clock's, moved by a settable amount. For any number of threads. */
public final class ShiftedClock extends Clock {

    private final Clock base;
    private volatile Duration shift = Duration.ZERO;

    public ShiftedClock(Clock base) {
        this.base = base;
    }

    /** How far the time is ahead of the base clock. */
    public Duration shift() {
        return shift;
    }

    /** @param total how far the time is ahead of the base clock from now on; negative for behind */
    public void shift(Duration total) {
        shift = total;
    }

    /** Lets time pass. */
    public void advance(Duration duration) {
        shift(shift.plus(duration));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(base.withZone(zone), shift);
    }
}
