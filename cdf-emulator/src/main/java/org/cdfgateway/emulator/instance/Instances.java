package org.cdfgateway.emulator.instance;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.model.ModelLimits;
import org.cdfgateway.emulator.store.Past;

/** The nodes and edges of a project. Reading takes no lock and sees a request's changes completely or not at all. */
public final class Instances {

    /** How long deleted instances are still seen by those who follow changes. */
    public static final Duration SOFT_DELETED = Duration.ofDays(3);

    private final Clock clock;
    private final BiConsumer<Collection<Instance>, Collection<Instance>> followers;
    private final UniqueValues uniqueValues = new UniqueValues();
    private final AutoIncrements autoIncrements = new AutoIncrements();
    private final Map<String, String> spaceNames = new HashMap<>();
    private final Deque<Instance> softDeleted = new ArrayDeque<>();
    private final Past<InstanceState> past = new Past<>();
    private volatile InstanceState state = InstanceState.EMPTY;
    private long lastSerial;
    private long lastChange;

    /** @param followers told of every change, while no other is made: what is no longer as it was, and what lives instead */
    public Instances(Clock clock, BiConsumer<Collection<Instance>, Collection<Instance>> followers) {
        this.clock = clock;
        this.followers = followers;
    }

    public InstanceState state() {
        return state;
    }

    /** The instances as they were some time ago, as far as {@link #keepPast} was told to remember. */
    public InstanceState state(Duration lag) {
        InstanceState before = lag.isZero() ? null : past.at(clock.millis() - lag.toMillis());
        return before == null ? state : before;
    }

    /** Said before a change: for how long the present state is still needed afterwards. */
    void keepPast(Duration longestLag) {
        past.add(state, clock.millis(), longestLag.toMillis());
    }

    public boolean isUsed(String space) {
        return state.counts(space).instances() > 0;
    }

    /** Runs a change alone; it commits last, so that nothing stays of one that fails. */
    <T> T change(Function<Change, T> work) {
        return change(clock.millis(), work);
    }

    /** @param now when the change is said to happen */
    synchronized <T> T change(long now, Function<Change, T> work) {
        return work.apply(new Change(now));
    }

    /** What one writer may do. */
    final class Change {

        private final long now;

        private Change(long now) {
            this.now = now;
        }

        long now() {
            return now;
        }

        long nextSerial() {
            return ++lastSerial;
        }

        long nextChange() {
            return ++lastChange;
        }

        UniqueValues uniqueValues() {
            return uniqueValues;
        }

        AutoIncrements autoIncrements() {
            return autoIncrements;
        }

        /** The same text only once in memory. */
        String spaceName(String space) {
            return spaceNames.computeIfAbsent(space, unused -> space);
        }

        /**
         * Makes changes visible, all at once.
         *
         * @throws ApiError 400 when there would be too many instances
         */
        void commit(Collection<Instance> removed, Collection<Instance> added) {
            List<Instance> gone = new ArrayList<>(removed);
            gone.addAll(expired());
            InstanceState next = state.change(gone, added);
            long count = next.counts().instances();
            if (count > ModelLimits.INSTANCES && count > state.counts().instances()) {
                throw ApiError.badRequest("The project can have at most " + ModelLimits.INSTANCES + " instances");
            }
            List<Instance> living = new ArrayList<>();
            for (Instance instance : added) {
                (instance.isDeleted() ? softDeleted : living).add(instance);
            }
            uniqueValues.committed(removed, living);
            state = next;
            followers.accept(removed, living);
        }

        /** Soft-deleted instances that nobody may see any more. */
        private List<Instance> expired() {
            long oldest = now - SOFT_DELETED.toMillis();
            List<Instance> expired = new ArrayList<>();
            while (!softDeleted.isEmpty() && softDeleted.getFirst().deletedTime() < oldest) {
                expired.add(softDeleted.removeFirst());
            }
            return expired;
        }
    }
}
