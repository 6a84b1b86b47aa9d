package org.cdfgateway.emulator.journal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The time and the chance that the project lives by. Whoever works on an {@link Occasion} finds those of the occasion,
 * all others the real ones. For any number of threads; an occasion is one thread's.
 */
public final class Occasions {

    private record Current(Occasion occasion, RandomGenerator chance) {}

    private final ThreadLocal<Optional<Current>> current = ThreadLocal.withInitial(Optional::empty);
    private final SecureRandom realChance = new SecureRandom();
    private final Clock realTime;

    public Occasions(Clock realTime) {
        this.realTime = realTime;
    }

    public Clock clock() {
        return new OccasionalClock();
    }

    /** Nobody can guess what it draws. */
    public RandomGenerator chance() {
        return () -> current.get().map(Current::chance).orElse(realChance).nextLong();
    }

    /** Does some work on an occasion. */
    public <T> T at(Occasion occasion, Supplier<T> work) {
        current.set(Optional.of(new Current(occasion, new SeededChance(occasion.seed()))));
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }

    Optional<Occasion> now() {
        return current.get().map(Current::occasion);
    }

    Occasion next() {
        return new Occasion(realTime.instant().truncatedTo(ChronoUnit.MILLIS), realChance.nextLong());
    }

    private final class OccasionalClock extends Clock {

        @Override
        public Instant instant() {
            return now().map(Occasion::time).orElseGet(realTime::instant);
        }

        @Override
        public ZoneId getZone() {
            return realTime.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the emulator counts in UTC");
        }
    }
}
