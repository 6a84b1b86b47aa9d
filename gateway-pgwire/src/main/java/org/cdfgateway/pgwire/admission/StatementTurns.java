package org.cdfgateway.pgwire.admission;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A number of statements that each user may run at the same time; who comes later waits, first come, first served.
 * Remembers only users who run or wait. Safe for use by several threads.
 */
public final class StatementTurns {
    private final int perUser;
    private final Map<String, Queue> byUser = new HashMap<>();

    private static final class Queue {
        private int running;
        private final Deque<Turn> waiting = new ArrayDeque<>();
    }

    /** A place in the queue. */
    public final class Turn {
        private final String user;
        private final Consumer<Permit> whenGranted;

        private Turn(String user, Consumer<Permit> whenGranted) {
            this.user = user;
            this.whenGranted = whenGranted;
        }

        /** Leaves the queue; does nothing when the turn has come. */
        public void giveUp() {
            synchronized (StatementTurns.this) {
                Queue queue = byUser.get(user);
                if (queue != null) {
                    queue.waiting.remove(this);
                }
            }
        }
    }

    public StatementTurns(int perUser) {
        this.perUser = perUser;
    }

    public int perUser() {
        return perUser;
    }

    /** Empty when the user runs as many statements already, or others of the user wait. Does not block. */
    public synchronized Optional<Permit> acquire(String user) {
        Queue queue = byUser.computeIfAbsent(user, name -> new Queue());
        if (queue.running >= perUser) {
            return Optional.empty();
        }
        queue.running++;
        return Optional.of(permit(user));
    }

    /**
     * Waits for a turn, after {@link #acquire} gave none.
     *
     * @param whenGranted called on any thread, possibly at once; must not block; has to give the permit back
     */
    public Turn await(String user, Consumer<Permit> whenGranted) {
        Turn turn = new Turn(user, whenGranted);
        Optional<Permit> free;
        synchronized (this) {
            free = acquire(user);
            if (free.isEmpty()) {
                byUser.computeIfAbsent(user, name -> new Queue()).waiting.add(turn);
            }
        }
        free.ifPresent(whenGranted);
        return turn;
    }

    private Permit permit(String user) {
        return new Permit(() -> release(user));
    }

    private void release(String user) {
        Turn next;
        synchronized (this) {
            Queue queue = byUser.computeIfAbsent(user, name -> new Queue());
            next = queue.waiting.poll();
            if (next == null && --queue.running <= 0) {
                byUser.remove(user);
            }
        }
        if (next != null) {
            next.whenGranted.accept(permit(user));
        }
    }

    synchronized int users() {
        return byUser.size();
    }
}
