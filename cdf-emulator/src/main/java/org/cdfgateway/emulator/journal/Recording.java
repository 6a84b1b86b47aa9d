package org.cdfgateway.emulator.journal;

import java.io.Closeable;
import java.util.function.Supplier;

/** Takes down changes, so that they can be made again. For any number of threads. */
public interface Recording extends Closeable {

    /** Takes down nothing; changes run side by side. */
    Recording OFF = new Recording() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public <T> T alone(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void keep(Change change) {
            // nobody asks for it later
        }

        @Override
        public void close() {
            // holds nothing
        }
    };

    boolean isOn();

    /**
     * Does work that changes something, while no other such work is done, and on an occasion that can be had again.
     * Work within such work is a part of it.
     *
     * @throws IllegalStateException when changes cannot be kept any more; nothing is done then
     */
    <T> T alone(Supplier<T> work);

    /**
     * Keeps a change; the last step of work that is done {@link #alone}.
     *
     * @throws java.io.UncheckedIOException when it cannot be written; it is undone by a restart, and there is no other
     *     change before
     */
    void keep(Change change);
}
