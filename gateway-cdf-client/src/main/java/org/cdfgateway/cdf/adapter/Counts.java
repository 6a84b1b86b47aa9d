package org.cdfgateway.cdf.adapter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.cdfgateway.domain.identity.CdfAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers how many items a resource has, per identity. Safe for use by several threads. */
public final class Counts {
    private static final Logger LOG = LoggerFactory.getLogger(Counts.class);

    private static final Duration KEPT = Duration.ofMinutes(5);

    /** After a failure the guess stands for a while, so that planning does not wait for the same failure each time. */
    private static final Duration GUESS_KEPT = Duration.ofSeconds(30);

    /** A planner waits no longer for an estimate. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final int MAX_REMEMBERED = 1_000;

    private static final long GUESS = 10_000;

    private final ExecutorService executor;
    private final Clock clock;
    private final Map<Key, Counted> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Counted> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    public Counts(ExecutorService executor, Clock clock) {
        this.executor = executor;
        this.clock = clock;
    }

    /** The count that is remembered, if any. Asks nobody. */
    public OptionalLong known(String resource, CdfAccess access) {
        synchronized (remembered) {
            Counted counted = remembered.get(Key.of(resource, access));
            return counted != null && clock.instant().isBefore(counted.until())
                    ? OptionalLong.of(counted.count())
                    : OptionalLong.empty();
        }
    }

    /** The count that is remembered, else what {@code ask} answers in time, else a guess. Never fails. */
    public long count(String resource, CdfAccess access, LongSupplier ask) {
        OptionalLong known = known(resource, access);
        return known.isPresent() ? known.getAsLong() : remember(Key.of(resource, access), asked(resource, ask));
    }

    private Counted asked(String resource, LongSupplier ask) {
        Instant now = clock.instant();
        Future<Long> answer = null;
        try {
            answer = executor.submit(ask::getAsLong);
            return new Counted(answer.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS), now.plus(KEPT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.debug("no count of {}, guessing {}", resource, GUESS, e);
        } finally {
            if (answer != null) {
                answer.cancel(true);
            }
        }
        return new Counted(GUESS, now.plus(GUESS_KEPT));
    }

    private long remember(Key key, Counted counted) {
        synchronized (remembered) {
            remembered.put(key, counted);
        }
        return counted.count();
    }

    private record Key(String resource, String project, String principal) {
        static Key of(String resource, CdfAccess access) {
            return new Key(resource, access.project(), access.principal());
        }
    }

    private record Counted(long count, Instant until) {}
}
