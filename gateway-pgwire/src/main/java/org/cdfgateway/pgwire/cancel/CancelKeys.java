package org.cdfgateway.pgwire.cancel;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cdfgateway.pgwire.message.CancelKey;

/** The keys that were given to clients, and what each may cancel. Safe for use by several threads. */
public final class CancelKeys {
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, Registration> registrations = new ConcurrentHashMap<>();
    /** Compared with where no process has the id, so that the time tells nothing. */
    private final CancelKey nobody = CancelKey.random(0, 32, random);

    /** A key and what it is good for. Closing it makes the key worthless. */
    public final class Registration implements AutoCloseable {
        private final CancelKey key;
        private final Runnable cancel;

        private Registration(CancelKey key, Runnable cancel) {
            this.key = key;
            this.cancel = cancel;
        }

        public CancelKey key() {
            return key;
        }

        @Override
        public void close() {
            registrations.remove(key.processId(), this);
        }
    }

    /**
     * Makes a key.
     *
     * @param wishedProcessId used unless it is taken
     * @param cancel does not block; does nothing when nothing runs
     */
    public Registration register(int wishedProcessId, int secretBytes, Runnable cancel) {
        int processId = wishedProcessId;
        while (true) {
            Registration registration = new Registration(CancelKey.random(processId, secretBytes, random), cancel);
            if (registrations.putIfAbsent(processId, registration) == null) {
                return registration;
            }
            processId = freeProcessId();
        }
    }

    /** As {@link #register(int, int, Runnable)} with any process id. */
    public Registration register(int secretBytes, Runnable cancel) {
        return register(freeProcessId(), secretBytes, cancel);
    }

    /** Cancels what the key is good for; does not tell whether there was any. */
    public void cancel(CancelKey presented) {
        Registration registration = registrations.get(presented.processId());
        CancelKey expected = registration == null ? nobody : registration.key();
        if (expected.equals(presented) && registration != null) {
            registration.cancel.run();
        }
    }

    private int freeProcessId() {
        return random.nextInt(1, Integer.MAX_VALUE);
    }
}
